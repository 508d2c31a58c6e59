import ApusIR
import Testing

@testable import ApusSwift

@Suite struct ErrorNamingTests {
    static func error(_ status: StatusPattern, _ schema: String?) -> ErrorDefinition {
        let payload = schema.map {
            Payload(contentType: "application/json", coding: .json, type: .named(TypeID(rawValue: "schemas/\($0)")))
        }
        return ErrorDefinition(id: ErrorID(rawValue: "\(status) \(schema ?? "-")"), status: status, payload: payload)
    }

    static func names(_ errors: [ErrorDefinition]) -> [String?] {
        let schemas = Set(errors.compactMap { $0.payload?.type }).compactMap { type -> TypeDefinition? in
            guard case .named(let id) = type else { return nil }
            return TypeDefinition(
                id: id, name: .named(String(id.rawValue.dropFirst(8))), kind: .record(Record(fields: [])))
        }
        let api = API(title: "T", version: "1", types: schemas, errors: errors)
        let names = ErrorNaming(api, casing: Casing()).names
        return errors.map { names[$0.id] }
    }

    @Test func aSchemaOfItsOwnGivesItsName() {
        #expect(Self.names([Self.error(.exact(524), "EdgeNetworkTimeoutResponse")]) == ["edgeNetworkTimeout"])
        #expect(Self.names([Self.error(.exact(404), "NotFoundResponse")]) == ["notFound"])
    }

    @Test func aSharedSchemaLeavesItToTheStatus() {
        let errors = [
            Self.error(.exact(400), "Error"), Self.error(.exact(404), "Error"), Self.error(.exact(529), "Error"),
        ]
        #expect(Self.names(errors) == ["badRequest", "notFound", "status529"])
    }

    /// What many statuses share gives way to the schemas that stand for one alone.
    @Test func aSharedSchemaSaysWhichItIs() {
        let errors = [
            Self.error(.exact(404), "MessagesErrorResponse"), Self.error(.exact(529), "MessagesErrorResponse"),
            Self.error(.exact(418), "MessagesErrorResponse"), Self.error(.exact(404), "NotFoundResponse"),
            Self.error(.exact(529), "ProviderOverloadedResponse"),
        ]
        #expect(
            Self.names(errors) == [
                "messagesNotFound", "messagesProviderOverloaded", "status418", "notFound", "providerOverloaded",
            ])
    }

    @Test func aRangeWithoutPayloadIsTheUnexpectedStatus() {
        #expect(Self.names([Self.error(.range(4), nil), Self.error(.range(5), "Fault")]) == [nil, "fault"])
        #expect(
            Self.names([Self.error(.exact(418), nil), Self.error(.default, "ErrorResponse")]) == [
                "status418", "defaultError",
            ])
    }

    @Test func namesThatEveryErrorHasAreNotTaken() {
        #expect(Self.names([Self.error(.exact(400), "DecodingError")]) != ["decoding"])
    }
}
