import ApusRuntime
import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension URLRequest {
    /// The request in URLSession's words.
    init(_ request: TransportRequest, body bytes: [UInt8]?) throws(TransportError) {
        let head = request.head
        let body = bytes ?? []
        guard let scheme = head.scheme?.lowercased(), scheme == "https" || scheme == "http" else {
            throw TransportError(.other, .notSent, "the scheme `\(head.scheme ?? "")` is neither `https` nor `http`")
        }
        guard let url = URL(string: "\(scheme)://\(head.authority ?? "")\(head.path ?? "/")"),
            url.host?.isEmpty == false
        else { throw TransportError(.other, .notSent, "`\(head.authority ?? "")` is no host") }
        guard head.method != .get || body.isEmpty else {
            throw TransportError(.other, .notSent, "URLSession sends no body with `GET`")
        }
        self.init(url: url)
        httpMethod = head.method.rawValue
        if bytes != nil, head.method != .get, head.method != .head { httpBody = Data(body) }
        for field in head.headerFields { addValue(field.value, forHTTPHeaderField: field.name.rawName) }
    }
}

extension HTTPURLResponse {
    /// Status and header fields, these sorted by name because URLSession has lost their order; `nil` where HTTP does not
    /// allow them.
    var head: HTTPResponse? {
        guard (100...999).contains(statusCode), isFramedProperly, isPrintable, hasOneCoding else { return nil }
        var head = HTTPResponse(status: .init(code: statusCode))
        let fields = allHeaderFields.compactMap { name, value in
            HTTPField.Name("\(name)").map { HTTPField(name: $0, value: "\(value)") }
        }
        for field in fields.sorted(by: { $0.name.canonicalName < $1.name.canonicalName }) {
            head.headerFields.append(field)
        }
        return head
    }

    /// libcurl takes a length that is no number for none, and of two the first one: whoever stands between may see another
    /// message (RFC 9112, 6.3).
    private var isFramedProperly: Bool {
        guard let length = value(forHTTPHeaderField: "Content-Length") else { return true }
        let isNumber = !length.isEmpty && length.utf8.allSatisfy { (0x30...0x39).contains($0) } && Int(length) != nil
        return isNumber && value(forHTTPHeaderField: "Transfer-Encoding") == nil
    }

    /// Whether no value holds a control character (RFC 9110, 5.5).
    private var isPrintable: Bool {
        allHeaderFields.values.allSatisfy { "\($0)".utf8.allSatisfy { $0 >= 0x20 || $0 == 0x09 } }
    }

    /// Of several codings each may grow a thousandfold.
    private var hasOneCoding: Bool { value(forHTTPHeaderField: "Content-Encoding")?.utf8.contains(0x2C) != true }

    /// How many bytes the body has to have, where `Content-Length` says it: URLSession does not always look after it.
    func bodyLength(method: String?) -> Int? {
        guard method != "HEAD", statusCode != 204, statusCode != 304, (statusCode / 100) != 3 else { return nil }
        guard value(forHTTPHeaderField: "Content-Encoding") == nil else { return nil }
        return value(forHTTPHeaderField: "Content-Length").flatMap(Int.init)
    }
}
