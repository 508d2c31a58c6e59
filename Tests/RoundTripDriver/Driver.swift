public import ApusJSON
public import ApusRuntime
import Foundation

/// Answers `make roundtrip`: reads a generated module's values from JSON, writes them again, and sends its requests.
///
/// A program of its own lists the module's types and operations, and calls ``run()``. Commands come in at standard
/// input, one a line, and each is answered with one line:
///
/// | Command | Answer |
/// | --- | --- |
/// | `t`, the type's number, a tab, JSON | `=` and the JSON that the value writes |
/// | `r`, the operation's number, a tab, an object of arguments | `=` when the request was sent |
/// | | `!` and the error's path as JSON, a tab, and its message |
public struct Driver {
    private typealias Making = (Arguments) throws -> any OperationRequest

    private let client: APIClient
    private var types: [any JSONCodable.Type] = []
    private var requests: [Making] = []

    /// A driver for an API, whose requests go to a server of ours.
    public init(_ description: APIDescription, baseURL: String) {
        client = Loopback.client(description, baseURL: baseURL)
    }

    /// Adds a type; types are numbered from 0.
    public mutating func type<T: JSONCodable>(_ type: T.Type) { types.append(type) }

    /// Adds an operation; operations are numbered from 0.
    public mutating func request(_ make: @escaping (Arguments) throws -> any OperationRequest) { requests.append(make) }

    /// Answers commands until there are none left.
    public func run() async {
        while let line = readLine() {
            print(await answer(line))
            // Whoever asked waits for it.
            fflush(nil)
        }
    }

    /// The answer to one command.
    public func answer(_ line: String) async -> String {
        guard let tab = line.firstIndex(of: "\t"), let index = Int(line[..<tab].dropFirst()) else {
            return "![]\tno command"
        }
        let json = Array(line[line.index(after: tab)...].utf8)
        do {
            if line.hasPrefix("t") { return try "=" + Self.again(types[index], json) }
            let request = try requests[index](Arguments(json))
            return await Loopback.send(request, by: client)
        } catch let error as JSONError {
            return "!\(Self.text(error.path))\t\(error.message)"
        } catch {
            return "![]\t\(error)"
        }
    }

    private static func again<T: JSONCodable>(_ type: T.Type, _ json: [UInt8]) throws(JSONError) -> String {
        String(decoding: try T(jsonBytes: json).jsonBytes(), as: UTF8.self)
    }

    /// Names as texts, positions as numbers, places in maps as lists of a number.
    private static func text(_ path: [JSONError.PathToken]) -> String {
        let tokens = path.map { token -> JSONValue in
            switch token {
            case .key(let key): .string(key)
            case .index(let index): .number(JSONNumber(index))
            case .member(let index): .array([.number(JSONNumber(index))])
            }
        }
        return JSONValue.array(tokens).description
    }
}
