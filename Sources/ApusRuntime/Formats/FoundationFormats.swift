#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// For generated code with a type of its own that is called like one of these: Foundation's module has another name on
// each platform, so there is no qualified name that holds everywhere.

/// Foundation's `Date`.
public typealias FoundationDate = Date
/// Foundation's `Decimal`.
public typealias FoundationDecimal = Decimal
/// Foundation's `UUID`.
public typealias FoundationUUID = UUID
/// Foundation's `URL`.
public typealias FoundationURL = URL

/// OpenAPI format `date-time` (RFC 3339), with and without fraction and offset; written in UTC, to the microsecond.
extension Date: JSONCodable {
    /// Reads a string such as `"2024-02-29T12:30:00.25+02:00"`.
    public init(json: borrowing JSONReader) throws(JSONError) {
        guard let time = InternetTime(try json.string()) else {
            throw json.invalidValue("expected a date and time such as 2024-02-29T12:30:00Z (RFC 3339)")
        }
        self.init(timeIntervalSince1970: Double(time.seconds) + Double(time.nanoseconds) / 1e9)
    }

    /// Writes a string such as `"2024-02-29T10:30:00.25Z"`.
    public func write(to writer: inout JSONWriter) {
        let interval = timeIntervalSince1970
        guard interval.isFinite, abs(interval) < 1e12 else {
            writer.fail("a date outside of the years 0 to 9999 cannot be written (RFC 3339)")
            return
        }
        // A `Date` is a double: beyond microseconds it holds only noise.
        let microseconds = Int((interval * 1e6).rounded())
        let seconds = CivilTime.floorDivide(microseconds, 1_000_000)
        let time = InternetTime(seconds: seconds, nanoseconds: (microseconds - seconds * 1_000_000) * 1000)
        if let text = time.text {
            writer.write(text)
        } else {
            writer.fail("a date outside of the years 0 to 9999 cannot be written (RFC 3339)")
        }
    }
}

extension Date: JSONTextFormat {}
extension UUID: JSONTextFormat {}
extension URL: JSONTextFormat {}

/// OpenAPI format `uuid` (RFC 9562), written in lower case.
extension UUID: JSONCodable {
    /// Reads a string such as `"f81d4fae-7dec-11d0-a765-00a0c91e6bf6"`.
    public init(json: borrowing JSONReader) throws(JSONError) {
        guard let value = UUID(uuidString: try json.string()) else {
            throw json.invalidValue("expected a UUID (RFC 9562)")
        }
        self = value
    }

    /// Writes a string in lower case.
    public func write(to writer: inout JSONWriter) { writer.write(uuidString.lowercased()) }
}

/// OpenAPI format `uri` (RFC 3986).
extension URL: JSONCodable {
    /// Reads a string.
    public init(json: borrowing JSONReader) throws(JSONError) {
        guard let value = URL(string: try json.string()) else {
            throw json.invalidValue("expected a URL (RFC 3986)")
        }
        self = value
    }

    /// Writes a string.
    public func write(to writer: inout JSONWriter) { writer.write(absoluteString) }
}

/// OpenAPI format `decimal`: a number with up to 38 significant digits, exact. Read from a number or from a string that
/// holds one; written as a number.
extension Decimal: JSONCodable {
    /// Reads a number, or a string that holds one.
    public init(json: borrowing JSONReader) throws(JSONError) {
        let number: JSONNumber
        if json.isKind(.string) {
            guard let value = JSONNumber(try json.string()) else {
                throw json.invalidValue("expected a decimal number")
            }
            number = value
        } else {
            number = try json.number()
        }
        // A number that does not come back the same has lost digits.
        guard number.text.utf8.count <= 256, let value = Decimal(string: number.text), !value.isNaN,
            JSONNumber(value.description) == number
        else { throw json.invalidValue("expected a number that a decimal of 38 digits can hold exactly") }
        self = value
    }

    /// Writes a number.
    public func write(to writer: inout JSONWriter) {
        if let number = JSONNumber(description) {
            writer.write(number)
        } else {
            writer.fail("a decimal that is not a number cannot be written")
        }
    }
}
