/// Tells whether a member's name is the only one of its kind in an object. A few names are compared with all others
/// directly; many go through a table, since comparing pairs takes time in the square of a hostile object's size.
struct NameCheck {
    private static let pairLimit = 512
    private let document: JSONDocument
    private let object: TapePointer
    private var counts: [JSONString: Int] = [:]

    /// - Parameter questions: how many names will be asked about.
    init(_ document: JSONDocument, _ object: TapePointer, questions: Int) {
        self.document = document
        self.object = object
        let (pairs, overflow) = questions.multipliedReportingOverflow(by: Int(object.pointee.length))
        guard overflow || pairs > NameCheck.pairLimit else { return }
        forEachName { name in
            let text = JSONReader(Unmanaged.passUnretained(document), name).stringContent
            counts[JSONString(text), default: 0] += 1
        }
    }

    func isUnique(_ name: String) -> Bool {
        if let count = counts[JSONString(name)] { return count == 1 }
        var copy = name
        let bytes = document.bytes
        var count = 0
        copy.withUTF8 { key in
            forEachName { if JSONReader.matches($0, in: bytes, key) { count += 1 } }
        }
        return count == 1
    }

    private func forEachName(_ visit: (TapePointer) -> Void) {
        var name = object + 1
        for _ in 0..<object.pointee.length {
            visit(name)
            name = (name + 1).next
        }
    }
}
