import ApusDiagnostics
import ApusIR
import ApusSwift

/// Which part of the document each declaration was made of: what a test needs that makes values from the document itself
/// and hands them to the module.
///
/// A place is a file's path and a JSON Pointer (RFC 6901). Names are whole, with the module's in front.
enum LinkDump {
    static func text(_ module: SwiftModule) -> String { VisibleJSON.text(Links(module)) }

    private struct Links: Encodable {
        let module: String
        let client: String
        let types: [TypeLink]
        let operations: [OperationLink]

        init(_ module: SwiftModule) {
            let name = { (local: String) in Self.whole(local, in: module.name) }
            let declared =
                module.models.flatMap(\.types) + module.operations.flatMap(\.types) + (module.webhooks?.types ?? [])
            self.module = module.name
            client = name(module.client.name)
            types = declared.map { TypeLink($0, name: name(($0.scope.map { $0 + "." } ?? "") + $0.name)) }
            operations = module.operations.flatMap(\.operations).map { OperationLink($0, name: name($0.requestType)) }
        }

        private static func whole(_ name: String, in module: String) -> String {
            name.hasPrefix(module + ".") ? name : "\(module).\(name)"
        }
    }

    private struct Place: Encodable {
        let file: String?
        let pointer: String

        init(_ origin: Origin) {
            file = origin.range?.file.path
            pointer = origin.pointer.description
        }
    }

    private struct TypeLink: Encodable {
        let name: String
        let kind: String
        let place: Place
        /// The one way that values travel.
        let direction: String?
        /// The properties of a multipart body.
        let parts: [PartLink]?
        /// The type of its further parts.
        let additional: String?

        init(_ type: TypeDeclaration, name: String) {
            self.name = name
            if case .form(let form) = type.kind {
                parts = form.parts.map(PartLink.init)
                additional = form.additionalType
            } else {
                parts = nil
                additional = nil
            }
            place = Place(type.origin)
            direction = type.direction?.rawValue
            kind =
                switch type.kind {
                case .record: "record"
                case .enumeration: "enumeration"
                case .union: "union"
                case .tuple: "tuple"
                case .alias: "alias"
                case .form: "form"
                }
        }
    }

    private struct PartLink: Encodable {
        let label: String
        let type: String
        /// The part's name on the wire; none for the header fields of one.
        let name: String?

        init(_ part: PartDeclaration) {
            label = part.label
            type = part.type
            name = part.key
        }
    }

    private struct OperationLink: Encodable {
        let request: String
        let place: Place
        let arguments: [ArgumentLink]
        /// The member of the body that the request itself sets, and what to.
        let sets: [String: Bool]?

        init(_ operation: OperationDeclaration, name: String) {
            request = name
            place = Place(operation.origin)
            arguments = operation.parameters.map(ArgumentLink.init)
            sets = operation.streamChoice.map { [$0.field: $0.value] }
        }
    }

    private struct ArgumentLink: Encodable {
        let label: String
        let type: String
        /// Where a parameter travels, or `body`.
        let location: String
        /// The parameter's name on the wire.
        let name: String?
        /// What a body can be.
        let contents: [ContentLink]?

        init(_ argument: ParameterDeclaration) {
            label = argument.label
            type = argument.type
            switch argument.target {
            case .parameter(let name, let location):
                self.location = location.rawValue
                self.name = name
                contents = nil
            case .body(let contents):
                location = "body"
                name = nil
                self.contents = contents.map(ContentLink.init)
            }
        }
    }

    private struct ContentLink: Encodable {
        let contentType: String
        let coding: String
        let type: String
        /// The case of the request's `Body`; none for the only content.
        let `case`: String?

        init(_ content: BodyContentDeclaration) {
            contentType = content.contentType
            coding = content.coding.rawValue
            type = content.type
            `case` = content.caseName
        }
    }
}
