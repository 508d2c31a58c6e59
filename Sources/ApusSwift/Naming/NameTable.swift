import ApusIR
import ApusParallel

/// Every name of the module, settled before anything is spelled.
struct NameTable: Sendable {
    /// A type's name from the module's root, such as `["GenerationResponse", "Data"]`.
    private(set) var types: [TypeID: [String]] = [:]
    /// The request type of each operation, by operation ID.
    private(set) var requests: [String: String] = [:]
    /// The property of the client for each group, by group name; absent for operations without a group.
    private(set) var groupProperties: [String: String] = [:]
    /// The type of each group, nested in the client.
    private(set) var groupTypes: [String: String] = [:]
    /// The method of each operation, by operation ID.
    private(set) var methods: [String: String] = [:]
    /// The method that goes through the pages of each operation that has some, by operation ID.
    private(set) var pageMethods: [String: String] = [:]
    /// The type of each set of response headers.
    private(set) var headerSets: [HeaderSet: String] = [:]
    /// The namespace of webhooks; `nil` without any.
    private(set) var webhookNamespace: String?
    /// The name of each webhook in its namespace, by webhook ID.
    private(set) var webhooks: [String: String] = [:]
    /// The cases of the error type.
    private(set) var errors: [ErrorID: String] = [:]
    /// The names of the values of each enumeration.
    private(set) var enumerations: [TypeID: EnumerationNames] = [:]
    /// The request types whose body is an enumeration of its own.
    private var choosing: Set<String> = []
    /// Names that no type may have, at the root or inside another.
    private let everywhere: Set<String>
    /// How words become identifiers.
    let casing: Casing

    init(_ api: API, options: SwiftOptions) {
        casing = Casing(acronyms: options.acronyms)
        // A type of one of these names, wherever it stands, would hide what generated code itself refers to.
        everywhere = ReservedWords.typeNames.union([options.module, options.clientName, options.errorName])
        var root = NameScope(reserved: everywhere.union([options.module + "Examples"]))
        nameSchemas(api, in: &root)
        nameRequests(api, in: &root)
        nameWebhooks(api, in: &root)
        errors = ErrorNaming(api, casing: casing).names
        nameHeaders(api, in: &root)
        nameInlineTypes(api, in: &root)
        nameGroups(api)
        nameMethods(api)
        nameValues(api)
    }

    private mutating func nameValues(_ api: API) {
        // By index here and below: a definition is large, and to copy it counts up each of its parts.
        let sets = api.types.indices.compactMap { index -> (id: TypeID, values: Enumeration)? in
            guard case .enumeration(let values) = api.types[index].kind else { return nil }
            return (api.types[index].id, values)
        }
        let named = sets.map(\.values).mapInParallel(weight: \.cases.count) { [casing] in
            EnumerationNames($0, casing)
        }
        for (set, names) in zip(sets, named) { enumerations[set.id] = names }
    }

    private mutating func nameSchemas(_ api: API, in root: inout NameScope) {
        var ids: [TypeID] = []
        var wishes: [NameScope.Wish] = []
        for index in api.types.indices {
            switch api.types[index].name {
            case .named(let name): wishes.append(.init(source: name, identifier: casing.upperCamel(name)))
            // A schema that is called just so keeps its name.
            case .input(let name):
                wishes.append(.init(source: name + " input", identifier: casing.upperCamel(name) + "Input"))
            case .nested, .operation, .webhook: continue
            }
            ids.append(api.types[index].id)
        }
        for (id, name) in zip(ids, root.assign(wishes, reservedSuffix: "Model")) { types[id] = [name] }
    }

    /// After the operation's ID, which is alone of its kind in the document, as methods are only in their group. Where a schema
    /// is called just so, its body's mostly, after the group and the method.
    private mutating func nameRequests(_ api: API, in root: inout NameScope) {
        let schemas = Set(types.values.compactMap(\.first))
        let wishes = api.operations.map { operation in
            let name = casing.upperCamel(operation.id) + "Request"
            let method = operation.group + " " + (operation.nameOverride ?? operation.id)
            return NameScope.Wish(
                source: operation.id,
                identifier: schemas.contains(name) ? casing.upperCamel(method) + "Request" : name)
        }
        for (operation, name) in zip(api.operations, root.assign(wishes)) {
            requests[operation.id] = name
            if let body = operation.requestBody, body.contents.count > 1 { choosing.insert(name) }
        }
    }

    /// A set that one operation or one error has is called after it; one that several have by its only field, or it is
    /// common to them.
    private mutating func nameHeaders(_ api: API, in root: inout NameScope) {
        let sets = HeaderSets(api, errors: errors).sets
        let wishes = sets.map { entry -> NameScope.Wish in
            let only =
                entry.set.headers.count == 1 ? entry.set.headers[0].nameOverride ?? entry.set.headers[0].name : nil
            let wish = casing.upperCamel(entry.owner ?? only ?? "common") + "Headers"
            return NameScope.Wish(source: wish + entry.set.headers.map(\.name).joined(separator: " "), identifier: wish)
        }
        for (entry, name) in zip(sets, root.assign(wishes)) { headerSets[entry.set] = name }
    }

    /// The namespace gives way to the schemas, which users know by name.
    private mutating func nameWebhooks(_ api: API, in root: inout NameScope) {
        guard !api.webhooks.isEmpty else { return }
        webhookNamespace = root.assign([.init(source: "Webhooks", identifier: "Webhooks")]).first
        var scope = NameScope(reserved: everywhere.union(ReservedWords.webhookMembers))
        let wishes = api.webhooks.map { NameScope.Wish(source: $0.id, identifier: casing.upperCamel($0.wish)) }
        for (webhook, name) in zip(api.webhooks, scope.assign(wishes, reservedSuffix: "Webhook")) {
            webhooks[webhook.id] = name
        }
    }

    /// Inline types in the order of the IR, where a holder comes before what it holds: all of one holder at a time.
    private mutating func nameInlineTypes(_ api: API, in root: inout NameScope) {
        let aliases = Set(
            api.types.indices.compactMap { index -> TypeID? in
                if case .alias = api.types[index].kind { api.types[index].id } else { nil }
            })
        var holders: [[String]] = []
        var members: [[String]: [(id: TypeID, wish: NameScope.Wish)]] = [:]
        var pending = api.types.indices.filter { types[api.types[$0].id] == nil }
        while !pending.isEmpty {
            holders.removeAll()
            members.removeAll()
            var later: [Int] = []
            for index in pending {
                guard let place = place(of: api.types[index].name, aliases) else { later.append(index); continue }
                if members[place.holder] == nil { holders.append(place.holder) }
                members[place.holder, default: []].append((api.types[index].id, place.wish))
            }
            // A holder that is missing from the IR would be our own bug; naming its members at the root keeps them usable.
            if holders.isEmpty {
                for id in later.map({ api.types[$0].id }) { types[id] = [casing.upperCamel(id.rawValue)] }
                return
            }
            for holder in holders { name(members[holder] ?? [], in: holder, root: &root) }
            pending = later
        }
    }

    private mutating func name(
        _ members: [(id: TypeID, wish: NameScope.Wish)], in holder: [String], root: inout NameScope
    ) {
        if holder.isEmpty {
            for (member, name) in zip(members, root.assign(members.map(\.wish))) { types[member.id] = [name] }
        } else {
            var scope = NameScope(reserved: everywhere.union(namesOfItsOwn(holder)))
            let names = scope.assign(members.map(\.wish), reservedSuffix: "Model")
            for (member, name) in zip(members, names) { types[member.id] = holder + [name] }
        }
    }

    /// A request has types like `Output` of its own, and maybe one `Body`, a webhook a few; anywhere else these are names
    /// like others.
    private func namesOfItsOwn(_ holder: [String]) -> Set<String> {
        if holder.count == 1, requests.values.contains(holder[0]) {
            let isChoosing = choosing.contains(holder[0])
            return isChoosing ? ReservedWords.requestTypes.union(["Body"]) : ReservedWords.requestTypes
        }
        return holder.count == 2 && holder[0] == webhookNamespace ? ReservedWords.webhookMembers : []
    }

    /// Where an inline type stands; `nil` while its holder has no name yet. A holder that is only another name for a
    /// type cannot hold one: the type then stands at the root, under both names.
    private func place(of type: TypeName, _ aliases: Set<TypeID>) -> (holder: [String], wish: NameScope.Wish)? {
        switch type {
        case .named, .input: return nil
        case .operation(let id, let role):
            let name = roleName(role)
            return ([requests[id] ?? casing.upperCamel(id)], .init(source: name, identifier: name))
        case .webhook(let id, let role):
            let name = roleName(role)
            let namespace = webhookNamespace.map { [$0] } ?? []
            return (namespace + [webhooks[id] ?? casing.upperCamel(id)], .init(source: name, identifier: name))
        case .nested(let parent, let role):
            guard let holder = types[parent] else { return nil }
            let name = roleName(role)
            if aliases.contains(parent) {
                let joined = (holder.last ?? "") + name
                return (Array(holder.dropLast()), .init(source: joined, identifier: joined))
            }
            return (holder, .init(source: name, identifier: name))
        }
    }

    private func roleName(_ role: TypeRole) -> String {
        switch role {
        case .property(let name), .variant(let name), .parameter(let name), .header(let name): typeName(name)
        case .element: "Element"
        case .value: "Value"
        case .requestBody: "Body"
        case .response: "Response"
        case .error(let status): "Error" + casing.upperCamel(status).drop { $0 == "_" }
        }
    }

    /// `_24h` is the member of that name already: its type says that it is one.
    private func typeName(_ name: String) -> String {
        let identifier = casing.upperCamel(name)
        return identifier.hasPrefix("_") ? "Type" + identifier.dropFirst() : identifier
    }

    private mutating func nameGroups(_ api: API) {
        let named = api.groups.filter { !$0.name.isEmpty }
        var types = NameScope(reserved: everywhere.union(["Credentials", "Server"]))
        var properties = NameScope(reserved: ReservedWords.members.union(["core", "send", "client"]))
        let typeNames = types.assign(named.map { .init(source: $0.name, identifier: typeName($0.name)) })
        let propertyNames = properties.assign(
            named.map { .init(source: $0.name, identifier: casing.lowerCamel($0.name)) })
        for (index, group) in named.enumerated() {
            groupTypes[group.name] = typeNames[index]
            groupProperties[group.name] = propertyNames[index]
        }
    }

    private mutating func nameMethods(_ api: API) {
        let grouped = Dictionary(grouping: api.operations, by: \.group)
        for group in api.groups {
            let operations = grouped[group.name] ?? []
            var scope = NameScope(reserved: ReservedWords.members.union(group.name.isEmpty ? ["send", "core"] : []))
            let wishes = operations.map { operation in
                let name = operation.nameOverride ?? operation.id
                return NameScope.Wish(source: name, identifier: casing.lowerCamel(name))
            }
            for (operation, name) in zip(operations, scope.assign(wishes)) { methods[operation.id] = name }
            let paged = operations.filter { $0.pagination != nil }
            let pages = paged.map { operation in
                let name = (operation.nameOverride ?? operation.id) + " pages"
                return NameScope.Wish(source: name, identifier: casing.lowerCamel(name))
            }
            for (operation, name) in zip(paged, scope.assign(pages)) { pageMethods[operation.id] = name }
        }
    }
}
