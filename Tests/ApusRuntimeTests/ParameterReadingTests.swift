import Testing
import WireSupport

@testable import ApusRuntime

/// What an independent reader, which knows only a parameter's description, finds in a request is what was put in: every
/// style, exploded and not, for a text, a list and an object, in every place.
@Suite("Parameters read back")
struct ParameterReadingTests {
    typealias Written = (wire: WireParameter.Style, style: ParameterStyle)

    static let places: [(WireParameter.Location, [Written])] = [
        (
            .path,
            [
                (.simple, .simple), (.label, .label), (.dottedLabel, .dottedLabel), (.matrix, .matrix), (.json, .json),
            ]
        ),
        (
            .query,
            [
                (.form, .form), (.spaceDelimited, .spaceDelimited), (.pipeDelimited, .pipeDelimited),
                (.deepObject, .deepObject), (.json, .json),
            ]
        ),
        (.header, [(.simple, .simple), (.json, .json)]),
        (.cookie, [(.form, .form), (.cookie, .cookie), (.json, .json)]),
    ]

    /// Texts with everything that could end a value; places that escape nothing cannot carry all of it.
    static let nasty = "a b,c|d&e=f;g%20+/?#[]é😀"
    static let plain = "a b/c%20+?#[]|&"

    /// Style pipeDelimited has the same escape for its separator as for a bar in a value.
    static func text(_ text: String, _ style: ParameterStyle) -> String {
        style == .pipeDelimited ? text.filter { $0 != "|" } : text
    }

    static func values(_ text: String) -> [(value: JSONValue, shape: WireParameter.Shape)] {
        [
            (.string(text), .string), (.string(""), .string), (42, .number), (true, .boolean),
            ([.string(text), "x", ""], .array(.string)), ([1, 2.5, -3], .array(.number)), (["x"], .array(.string)),
            (
                ["R": 100, "on": false, "t": .string(text), "e": ""],
                .object(["R": .number, "on": .boolean, "t": .string, "e": .string])
            ),
        ]
    }

    static func request(
        _ location: WireParameter.Location, _ value: JSONValue, _ style: ParameterStyle, _ explode: Bool
    ) throws -> WireRequest {
        let operation = OperationDescription(
            id: "a", method: "GET", path: location == .path ? "/t/{p}/end" : "/t", success: [])
        var builder = RequestBuilder(operation: operation)
        switch location {
        case .path: builder.path("p", value, style: style, explode: explode)
        case .query: builder.query("p", value, style: style, explode: explode)
        case .header: builder.header("p", value, style: style, explode: explode)
        case .cookie: builder.cookie("p", value, style: style, explode: explode)
        case .querystring: builder.queryString(value, style: style)
        }
        let head = try PreparedRequest(builder, base: BaseURL("https://h")).head
        return WireRequest(
            target: head.path ?? "", headers: head.headerFields.map { ($0.name.rawName, $0.value) })
    }

    @Test("every style in every place")
    func all() throws {
        var checked = 0
        for (location, styles) in Self.places {
            for (wire, style) in styles {
                let isBare = style != .json && (location == .header || style == .cookie)
                for (value, shape) in Self.values(Self.text(isBare ? Self.plain : Self.nasty, style)) {
                    for explode in [false, true] where !Self.isLost(value, location, style, explode) {
                        let parameter = WireParameter("p", in: location, wire, explode: explode, shape)
                        let sent = try Self.request(location, value, style, explode)
                        let got = try parameter.read(sent, template: "/t/{p}/end")
                        #expect(got == value, "\(location) \(wire) explode \(explode): \(sent)")
                        checked += 1
                    }
                }
            }
        }
        #expect(checked > 170, "\(checked)")
    }

    /// What the styles cannot tell apart, whoever writes them.
    static func isLost(
        _ value: JSONValue, _ location: WireParameter.Location, _ style: ParameterStyle, _ explode: Bool
    ) -> Bool {
        // An empty path segment names another resource, and an empty header field is none.
        if value.string == "", location == .header || style == .simple || style == .label || style == .dottedLabel {
            return style != .json
        }
        // A dot is not escaped, so that a number with one ends a label.
        if style == .label || style == .dottedLabel, value[1]?.number != nil { return explode || style == .dottedLabel }
        return false
    }

    @Test("structures in brackets")
    func deep() throws {
        let rows: [(value: JSONValue, shape: WireParameter.Shape)] = [
            (["a": ["b": ["c": .string(Self.nasty)]]], .object(["a": .object(["b": .object(["c": .string])])])),
            (["a": ["x", "y"], "b": 1], .object(["a": .array(.string), "b": .number])),
            (
                ["l": [["k": 1, "v": "a"], ["k": 2]]],
                .object(["l": .array(.object(["k": .number, "v": .string]))])
            ),
            ([["x", "y"], ["z"]], .array(.array(.string))), (["x", "y"], .array(.string)),
        ]
        for row in rows {
            let sent = try Self.request(.query, row.value, .deepObject, true)
            let got = try WireParameter("p", in: .query, .deepObject, explode: true, row.shape).read(sent)
            #expect(got == row.value, "\(sent)")
        }
    }

    @Test("structures inside of structures, as JSON text")
    func nested() throws {
        let value: JSONValue = ["o": ["k": [1, "é&,;"]], "s": "x"]
        let shape = WireParameter.Shape.object(["o": .object([:]), "s": .string])
        for (location, styles) in Self.places where location != .header {
            for (wire, style) in styles where ![.cookie, .deepObject, .json].contains(style) {
                for explode in [false, true] {
                    let sent = try Self.request(location, value, style, explode)
                    let got = try WireParameter("p", in: location, wire, explode: explode, shape).read(
                        sent, template: "/t/{p}/end")
                    #expect(got == value, "\(location) \(wire) explode \(explode): \(sent)")
                }
            }
        }
    }

    @Test("whole queries")
    func queryStrings() throws {
        let value: JSONValue = ["t": .string(Self.nasty), "l": [1, 2], "o": ["k": .null], "e": ""]
        let shape = WireParameter.Shape.object(
            ["t": .string, "l": .array(.number), "o": .object([:]), "e": .string])
        for (wire, style) in [(WireParameter.Style.form, ParameterStyle.form), (.json, .json)] {
            let sent = try Self.request(.querystring, value, style, true)
            #expect(try WireParameter("q", in: .querystring, wire, explode: true, shape).read(sent) == value, "\(sent)")
        }
    }

    @Test("nothing to send is nothing to read")
    func absent() throws {
        for value: JSONValue in [.null, [], [:], [.null]] {
            for (location, styles) in Self.places where location != .path {
                for (wire, style) in styles where style != .json {
                    let sent = try Self.request(location, value, style, true)
                    let parameter = WireParameter("p", in: location, wire, explode: true, .array(.string))
                    #expect(try parameter.read(sent) == nil, "\(location) \(wire): \(sent)")
                }
            }
        }
    }
}
