/// Why a JSON text could not be read, or a value could not be written.
///
/// It never holds values out of the text, nor names out of maps: only the schema's own names, kinds and positions, so
/// that it can be logged. One reference wide, so that throwing it costs nothing until it happens.
public struct JSONError: Error, Sendable {
    /// What went wrong.
    public enum Kind: Sendable, Hashable {
        /// The text is not JSON (RFC 8259).
        case syntax
        /// The text ends in the middle of a value, or is empty.
        case unexpectedEnd
        /// The bytes are not UTF-8.
        case invalidUTF8
        /// More nesting than `JSONLimits.maximumDepth`.
        case depthExceeded
        /// More bytes than `JSONLimits.maximumBytes`.
        case tooLarge
        /// A required member is missing.
        case missingKey
        /// A value of another kind than the type wants.
        case typeMismatch(expected: JSONKind, found: JSONKind)
        /// A number that the type cannot hold.
        case numberOutOfRange
        /// An object has two members of one name.
        case duplicateKey
        /// A NaN or infinite number cannot be written.
        case notANumber
        /// A value of the right kind that does not fit its format, as the message says.
        case invalidValue
    }

    /// One step from the root of the document towards the place of the error.
    public enum PathToken: Sendable, Hashable {
        /// The member of this name, which the schema knows.
        case key(String)
        /// The element at this index, from 0.
        case index(Int)
        /// The member at this position, from 0, of an object whose names come from the text: they are not shown.
        case member(Int)
    }

    private final class Storage: Sendable {
        let kind: Kind
        let message: String
        let position: JSONTextPosition?
        let byteOffset: Int?
        /// Innermost token first: the order in which an unwinding error meets them.
        let reversedPath: [PathToken]

        init(kind: Kind, message: String, byteOffset: Int?, position: JSONTextPosition?, reversedPath: [PathToken]) {
            self.kind = kind
            self.message = message
            self.byteOffset = byteOffset
            self.position = position
            self.reversedPath = reversedPath
        }
    }

    private let storage: Storage

    /// What went wrong.
    public var kind: Kind { storage.kind }
    /// What went wrong, in words, without place.
    public var message: String { storage.message }
    /// Where in the text, in bytes from 0; nil for errors of writing.
    public var byteOffset: Int? { storage.byteOffset }
    /// The line of `byteOffset`, from 1; nil until the whole read has failed, and for errors of writing.
    public var line: Int? { storage.position?.line }
    /// The column of `byteOffset`, in Unicode scalars from 1; nil when `line` is.
    public var column: Int? { storage.position?.column }
    /// The way from the root to the place of the error.
    public var path: [PathToken] { storage.reversedPath.reversed() }

    /// An error without path. The message must not repeat values out of the text, which may be secrets.
    public init(_ kind: Kind, _ message: String, byteOffset: Int? = nil) {
        storage = Storage(kind: kind, message: message, byteOffset: byteOffset, position: nil, reversedPath: [])
    }

    private init(storage: Storage) { self.storage = storage }

    /// The same error, seen from one level further out.
    @inline(never)
    func prepending(_ token: PathToken) -> JSONError {
        JSONError(
            storage: Storage(
                kind: kind, message: message, byteOffset: byteOffset, position: storage.position,
                reversedPath: storage.reversedPath + [token]))
    }

    /// The same error with line and column. Done once, at the end: counting lines in every error of a read that tries
    /// several cases would cost the square of the text's length.
    func located(in text: [UInt8]) -> JSONError {
        guard let byteOffset, storage.position == nil else { return self }
        return JSONError(
            storage: Storage(
                kind: kind, message: message, byteOffset: byteOffset,
                position: JSONTextPosition(of: byteOffset, in: text), reversedPath: storage.reversedPath))
    }
}
