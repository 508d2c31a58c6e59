extension TransportRequest: CustomStringConvertible, CustomReflectable {
    /// Method and URL without query, and the names of the header fields: their values and the query may be secret.
    public var description: String {
        let path = (head.path ?? "").prefix { $0 != "?" }
        let names = head.headerFields.map(\.name.rawName).joined(separator: ", ")
        return "\(operationID): \(head.method) \(head.scheme ?? "")://\(head.authority ?? "")\(path) [\(names)]"
    }

    /// What the description shows.
    public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}

extension TransportResponse: CustomStringConvertible, CustomReflectable {
    /// The status, and the names of the header fields.
    public var description: String {
        "\(head.status.code) [\(head.headerFields.map(\.name.rawName).joined(separator: ", "))]"
    }

    /// What the description shows.
    public var customMirror: Mirror { Mirror(self, children: ["response": description]) }
}
