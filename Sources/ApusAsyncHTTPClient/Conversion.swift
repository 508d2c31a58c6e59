import ApusRuntime
import AsyncHTTPClient
import HTTPTypes
import NIOCore
import NIOHTTP1

extension HTTPClient.Request {
    /// The request in AsyncHTTPClient's words; header fields keep their order and the case of their names.
    init(_ request: TransportRequest) throws(TransportError) {
        let head = request.head
        guard let scheme = head.scheme?.lowercased(), scheme == "https" || scheme == "http" else {
            throw TransportError(.other, .notSent, "the scheme `\(head.scheme ?? "")` is neither `https` nor `http`")
        }
        let authority = head.authority ?? ""
        do {
            try self.init(
                url: "\(scheme)://\(authority)\(head.path ?? "/")", method: HTTPMethod(rawValue: head.method.rawValue),
                headers: HTTPHeaders(head), body: request.body.map { .byteBuffer(ByteBuffer(bytes: $0)) })
        } catch {
            throw TransportError(.other, .notSent, "no request can be made for the host `\(authority)`: \(error)")
        }
    }
}

extension HTTPHeaders {
    /// `Host` comes first (RFC 9110, 7.2), whatever else the fields are.
    fileprivate init(_ head: HTTPRequest) {
        self.init()
        reserveCapacity(head.headerFields.count + 3)
        if head.headerFields[HTTPField.Name("Host")!] == nil, let authority = head.authority {
            add(name: "Host", value: authority)
        }
        for field in head.headerFields { add(name: field.name.rawName, value: field.value) }
    }
}

/// A response head that HTTP does not know.
struct UnusableHead: Error, CustomStringConvertible {
    let description: String
}

extension HTTPResponseHead {
    /// The head in the types of HTTPTypes. They trap on a status that has not three digits, so it is looked at before;
    /// a header field whose name is no token (RFC 9110, 5.1) makes the whole head unusable.
    var checked: Result<HTTPResponse, UnusableHead> {
        guard (100...999).contains(status.code) else {
            return .failure(UnusableHead(description: "the status \(status.code) has not three digits"))
        }
        var response = HTTPResponse(status: .init(code: Int(status.code), reasonPhrase: status.reasonPhrase))
        response.headerFields.reserveCapacity(headers.count)
        for (name, value) in headers {
            guard let name = HTTPField.Name(name) else {
                return .failure(UnusableHead(description: "the response has a header field without a proper name"))
            }
            response.headerFields.append(HTTPField(name: name, value: value))
        }
        return .success(response)
    }
}
