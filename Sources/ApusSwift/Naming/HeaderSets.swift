import ApusIR

/// Response headers as a type of their own: equal ones, words for people aside, are one type.
struct HeaderSet: Sendable, Hashable {
    /// The fields, with the words of the place that comes first.
    let headers: [ResponseHeader]

    init?(_ headers: [ResponseHeader]) {
        guard !headers.isEmpty else { return nil }
        self.headers = headers
    }

    /// Words do not count.
    static func == (left: HeaderSet, right: HeaderSet) -> Bool { left.bare == right.bare }

    /// Words do not count.
    func hash(into hasher: inout Hasher) { hasher.combine(bare) }

    private var bare: [ResponseHeader] {
        headers.map { header in
            var header = header
            header.documentation = .init()
            return header
        }
    }
}

/// The sets of an API, in the order of their first use, each with whom it is called after.
struct HeaderSets {
    private(set) var sets: [(set: HeaderSet, owner: String?)] = []

    /// - Parameter errors: the cases of the error type.
    init(_ api: API, errors: [ErrorID: String]) {
        var indices: [HeaderSet: Int] = [:]
        var owners: [[String]] = []
        func add(_ headers: [ResponseHeader], _ owner: String) {
            guard let set = HeaderSet(headers) else { return }
            if let index = indices[set] {
                if !owners[index].contains(owner) { owners[index].append(owner) }
                return
            }
            indices[set] = sets.count
            sets.append((set, nil))
            owners.append([owner])
        }
        for operation in api.operations {
            add(operation.success.headers, Self.name(operation))
        }
        for error in api.errors {
            if let name = errors[error.id] { add(error.headers, name) }
        }
        for index in sets.indices where owners[index].count == 1 { sets[index].owner = owners[index].first }
    }

    /// An operation that streams what another one gives whole has its name.
    private static func name(_ operation: Operation) -> String {
        if operation.id == operation.documentID { return operation.nameOverride ?? operation.id }
        return operation.documentID
    }
}
