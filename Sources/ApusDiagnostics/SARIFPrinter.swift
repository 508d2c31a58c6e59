/// Prints diagnostics as a log of the Static Analysis Results Interchange Format (SARIF) 2.1.0, which code hosts and
/// editors read.
///
/// Columns count Unicode scalars, and the log says so (`columnKind`, section 3.14.17). A hint is the message's second line,
/// a category a tag (section 3.8.2).
public struct SARIFPrinter: Sendable {
    /// A printer.
    public init() {}

    /// The log, with a line break at its end.
    public func print(_ diagnostics: [Diagnostic]) -> String {
        let codes = Set(diagnostics.map(\.code)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let driver = Driver(name: "apus", rules: codes.map { Rule(id: $0) })
        let run = Run(
            columnKind: "unicodeCodePoints", results: diagnostics.map(Finding.init), tool: Tool(driver: driver))
        return VisibleJSON.text(Log(runs: [run]))
    }
}

// The parts of a log that are in use. Keys are the standard's; each type is a section of its chapter 3.

private struct Log: Encodable {
    enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]
}

private struct Run: Encodable {
    let columnKind: String
    let results: [Finding]
    let tool: Tool
}

private struct Tool: Encodable {
    let driver: Driver
}

private struct Driver: Encodable {
    let name: String
    let rules: [Rule]
}

private struct Rule: Encodable {
    let id: String
}

private struct Message: Encodable {
    let text: String
}

private struct Properties: Encodable {
    let tags: [String]
}

private struct Finding: Encodable {
    let ruleId: String
    let level: String
    let message: Message
    let locations: [Location]?
    let relatedLocations: [Location]?
    let properties: Properties?

    init(_ diagnostic: Diagnostic) {
        ruleId = diagnostic.code
        level = diagnostic.severity.rawValue
        message = Message(text: diagnostic.message + (diagnostic.hint.map { "\n" + $0 } ?? ""))
        let location = Location(diagnostic.location, pointer: diagnostic.pointer)
        locations = location.isEmpty ? nil : [location]
        let notes = diagnostic.notes.map { Location($0.location, message: $0.message) }
        relatedLocations = notes.isEmpty ? nil : notes
        properties = diagnostic.category.map { Properties(tags: [$0.rawValue]) }
    }
}

private struct Location: Encodable {
    let physicalLocation: PhysicalLocation?
    let logicalLocations: [LogicalLocation]?
    let message: Message?

    init(_ range: SourceRange?, pointer: JSONPointer? = nil, message: String? = nil) {
        physicalLocation = range.map(PhysicalLocation.init)
        logicalLocations = pointer.map { [LogicalLocation(fullyQualifiedName: $0.description)] }
        self.message = message.map(Message.init)
    }

    var isEmpty: Bool { physicalLocation == nil && logicalLocations == nil }
}

private struct LogicalLocation: Encodable {
    let fullyQualifiedName: String
}

private struct PhysicalLocation: Encodable {
    struct ArtifactLocation: Encodable {
        let uri: String
    }

    struct Region: Encodable {
        let startLine: Int
        let startColumn: Int
        let endLine: Int
        let endColumn: Int
    }

    let artifactLocation: ArtifactLocation
    let region: Region

    init(_ range: SourceRange) {
        artifactLocation = ArtifactLocation(uri: uriReference(range.file.path))
        region = Region(
            startLine: range.start.line, startColumn: range.start.column, endLine: range.end.line,
            endColumn: range.end.column)
    }
}

/// A path as a URI reference (RFC 3986): everything but unreserved characters and `/` percent-encoded, so that a colon
/// makes no scheme of it; an absolute path gets the scheme `file`, lest it name a host.
private func uriReference(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var uri: [UInt8] = path.utf8.first == UInt8(ascii: "/") ? Array("file://".utf8) : []
    for byte in path.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "/"):
            uri.append(byte)
        default: uri += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
        }
    }
    return String(decoding: uri, as: UTF8.self)
}
