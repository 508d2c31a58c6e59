import ApusIR

/// Where a schema stands among the types: what an inline type made of it would be called.
struct Position {
    /// The ID of what holds it.
    let base: String
    /// What is added to that for the type's own ID.
    let step: String
    /// What the type would be called.
    let name: TypeName

    init(base: String, step: String, name: TypeName) {
        self.base = base
        self.step = step
        self.name = name
    }

    /// A place inside a type.
    init(in parent: TypeID, _ role: TypeRole) {
        self.init(base: parent.rawValue, step: Self.step(role), name: .nested(parent: parent, role: role))
    }

    /// A place in an operation.
    init(operation id: String, _ role: TypeRole) {
        let base = "operations/\(Self.escaped(id))"
        self.init(base: base, step: Self.step(role), name: .operation(id: id, role: role))
    }

    /// A place in a webhook.
    init(webhook id: String, _ role: TypeRole) {
        let base = "webhooks/\(Self.escaped(id))"
        self.init(base: base, step: Self.step(role), name: .webhook(id: id, role: role))
    }

    /// The element of an array that stands here.
    var element: Position { deeper("/[]", .element) }

    /// The value of a map that stands here.
    var value: Position { deeper("/{}", .value) }

    /// An array has no name to nest in, so that its element goes by the array's own place, unless that is a declared
    /// type's.
    private func deeper(_ step: String, _ role: TypeRole) -> Position {
        if case .named = name {
            return Position(base: base, step: step, name: .nested(parent: TypeID(rawValue: base), role: role))
        }
        return Position(base: base, step: self.step + step, name: name)
    }

    private static func step(_ role: TypeRole) -> String {
        switch role {
        case .property(let key): "/" + escaped(key)
        case .element: "/[]"
        case .value: "/{}"
        case .variant(let name): "/|" + escaped(name)
        case .parameter(let name): "/parameters/" + escaped(name)
        case .header(let name): "/headers/" + escaped(name)
        case .requestBody: "/requestBody"
        case .response: "/response"
        case .error(let status): "/errors/" + escaped(status)
        }
    }

    /// A name that cannot be taken for two.
    static func escaped(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "~") }) else { return name }
        var text = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar {
            case "~": text.append(contentsOf: "~0".unicodeScalars)
            case "/": text.append(contentsOf: "~1".unicodeScalars)
            default: text.append(scalar)
            }
        }
        return String(text)
    }
}
