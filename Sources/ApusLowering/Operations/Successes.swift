import ApusIR

extension Success {
    /// Takes alternatives whose bodies are the same for one payload, which may be missing where a success has none.
    mutating func unite() {
        uniteEachStatus()
        let payloads = alternatives.compactMap(\.payload)
        guard var first = payloads.first else { alternatives = []; return }
        guard payloads.allSatisfy({ $0.isSame(as: first) }) else { return }
        for other in payloads.dropFirst() { first.addTypes(of: other) }
        if payloads.count < alternatives.count, first.coding == .json {
            first.isRequired = false
            bare = alternatives.filter { $0.payload == nil }.map(\.status)
        }
        payload = first
        alternatives = []
    }

    /// Takes media types of one status that give the same value together.
    private mutating func uniteEachStatus() {
        var united: [SuccessAlternative] = []
        for one in alternatives {
            let index = united.firstIndex { known in
                guard let payload = one.payload, known.status == one.status else { return false }
                return known.payload?.isSame(as: payload) ?? false
            }
            if let index, let payload = one.payload {
                united[index].payload?.addTypes(of: payload)
            } else {
                united.append(one)
            }
        }
        alternatives = united
    }
}

extension Payload {
    /// Whether both become the same value in the same way. Text and bytes are what they are, whatever their schemas.
    func isSame(as other: Payload) -> Bool {
        coding == other.coding && (type == other.type || coding == .text || coding == .binary)
    }

    /// Every media type.
    var contentTypes: [String] { [contentType] + otherContentTypes }

    /// Takes over the media types of a payload that becomes the same value.
    mutating func addTypes(of other: Payload) {
        for type in other.contentTypes where !contentTypes.contains(type) { otherContentTypes.append(type) }
    }
}
