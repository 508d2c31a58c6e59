import ApusDiagnostics
import ApusIR
import ApusOpenAPI

/// Where a document says what the API sends: its webhooks, and the callbacks of its operations.
extension Builder {
    /// What is known of a request that the API sends besides its operation.
    struct Incoming {
        /// Its identity.
        var id: String
        /// Its key in the document.
        let name: String
        /// What it is to be called after.
        let wish: String
        /// Who makes the API send it.
        var source: Webhook.Source
    }

    func webhookSites() -> [Site] {
        document.webhooks.flatMap { entry -> [Site] in
            guard let item = document.references.resolve(entry.value) else { return [] }
            return wanted(item).map { method, operation in
                let words = item.operations.count > 1 ? "\(entry.key) \(method.lowercased())" : entry.key
                let incoming = Incoming(
                    id: words, name: entry.key, wish: operation.nameOverride ?? words, source: .document)
                return Site(path: "", method: method, item: item, operation: operation, incoming: incoming)
            }
        }
    }

    /// The callbacks of the operations that are called. One that several operations refer to is one.
    func callbackSites(of calls: [Site]) -> [Site] {
        var sites: [Site] = []
        var known: [CallbackKey: Range<Int>] = [:]
        for call in calls {
            for entry in call.operation.callbacks {
                guard let callback = document.references.resolve(entry.value), !isIgnored(callback) else { continue }
                let key = CallbackKey(callback.place)
                if let range = known[key] {
                    for index in range { sites[index].incoming?.add(operation: call.id) }
                    continue
                }
                let new = self.sites(of: callback, entry.key, isShared: entry.value.reference != nil, call)
                known[key] = sites.count..<sites.count + new.count
                sites += new
            }
        }
        return sites
    }

    private func sites(of callback: CallbackObject, _ name: String, isShared: Bool, _ call: Site) -> [Site] {
        let items = callback.pathItems.compactMap { entry in
            document.references.resolve(entry.value).map { (expression: entry.key, item: $0) }
        }
        let isOne = items.reduce(0) { $0 + $1.item.operations.count } == 1
        // What stands in one operation is called after it; what many may refer to has a name of its own.
        let words = isShared ? callback.place.path.schemaName : "\(call.id) \(name)"
        let wish = isShared ? words : "\(call.operation.nameOverride ?? call.id) \(name)"
        return items.flatMap { expression, item in
            wanted(item).map { method, operation in
                let suffix = isOne ? "" : " " + method.lowercased()
                let incoming = Incoming(
                    id: words + suffix, name: name, wish: operation.nameOverride ?? wish + suffix,
                    source: .callback(operations: [call.id], expression: expression))
                return Site(path: "", method: method, item: item, operation: operation, incoming: incoming)
            }
        }
    }

    private func wanted(_ item: PathItemObject) -> [(method: String, operation: OperationObject)] {
        item.operations.filter { options.keepsIgnored || !$0.operation.extensions.isIgnored }
    }

    private func isIgnored(_ callback: CallbackObject) -> Bool {
        !options.keepsIgnored && callback.extensions.isIgnored
    }
}

extension Builder.Incoming {
    fileprivate mutating func add(operation: String) {
        guard case .callback(let operations, let expression) = source, !operations.contains(operation) else { return }
        source = .callback(operations: operations + [operation], expression: expression)
    }
}

/// Where a callback is written.
private struct CallbackKey: Hashable {
    let file: String?
    let pointer: String

    init(_ place: Place) {
        file = place.path.file
        pointer = place.pointer.description
    }
}

extension OperationObject {
    /// The name that an extension gives.
    var nameOverride: String? { extensions.text("x-apus-name", "x-speakeasy-name-override") }
}
