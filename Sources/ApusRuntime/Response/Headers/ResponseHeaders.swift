/// The header fields of a response, with a property for each that the API documents. Generated code conforms its types of
/// headers to it; where an API documents none, the fields themselves are it.
///
/// A value that does not fit its schema spoils nothing: an optional header is then `nil`, a required one throws when it
/// is asked for, and the text is there by its name all the same.
public protocol ResponseHeaders: Sendable {
    /// Takes the fields as they came.
    init(fields: HTTPFields)
    /// The fields as they came.
    var fields: HTTPFields { get }
}

extension HTTPFields: ResponseHeaders {
    /// The same fields.
    public init(fields: HTTPFields) { self = fields }
    /// The same fields.
    public var fields: HTTPFields { self }
}

extension ResponseHeaders {
    /// The text of a field; the texts of repeated ones with commas between them. `nil` when there is none.
    public subscript(name: HTTPField.Name) -> String? { fields[name] }

    /// The text of a field, by its name in any letter case.
    public subscript(name: String) -> String? { HTTPField.Name(name).flatMap { fields[$0] } }

    /// The value of a field; `nil` when it is not there or does not fit its type.
    public func value<Value: JSONCodable>(_ name: String, as form: HeaderForm = .text) -> Value? {
        try? read(name, form)
    }

    /// The value of a field that the API promises.
    /// - Throws: ``HeaderFailure`` when it is not there or does not fit its type.
    public func required<Value: JSONCodable>(
        _ name: String, as form: HeaderForm = .text
    ) throws(HeaderFailure) -> Value {
        guard let value: Value = try read(name, form) else { throw HeaderFailure(name: name, error: nil) }
        return value
    }

    private func read<Value: JSONCodable>(_ name: String, _ form: HeaderForm) throws(HeaderFailure) -> Value? {
        guard let text = self[name] else { return nil }
        do throws(JSONError) {
            let value: Value = try HeaderReader(form: form).read(text)
            return value
        } catch {
            throw HeaderFailure(name: name, error: error)
        }
    }
}

/// How a header field's value is written (OpenAPI, style `simple`, or `content`).
public enum HeaderForm: Sendable, Hashable {
    /// One text, number or the like.
    case text
    /// Items with commas between them.
    case list
    /// `key,value,key,value`
    case object
    /// `key=value,key=value`
    case explodedObject
    /// JSON text.
    case json
}

/// Why a header field that the API promises cannot be had.
public struct HeaderFailure: Error, Sendable, CustomStringConvertible {
    /// The field's name.
    public let name: String
    /// What does not fit; `nil` when the field is not there.
    public let error: JSONError?

    /// The name and what is wrong; no value.
    public var description: String {
        error.map { "the header field `\(name)` does not fit: \($0)" } ?? "the header field `\(name)` is missing"
    }
}
