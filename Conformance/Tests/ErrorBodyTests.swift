import ApusJSON
import Gentests
import Testing

/// Documented errors with bodies of their own: unions by tag and by shape, members that are null, one kind for two
/// operations.
@Suite struct ErrorBodyTests {
    private let errors = GentestsClient.with(.init()).errors

    @Test func aUnionByShape() async throws {
        let texts = await failure { try await errors.errorUnionPost(.errorType1RequestBody(.init(error: "said so"))) }
        guard case .internalServerError3(let text) = texts, case .errorType1(let first)? = text.body else {
            Issue.record("\(String(describing: texts))")
            return
        }
        #expect(first.error == "said so" && texts?.status == 500)
        let objects = await failure {
            try await errors.errorUnionPost(.errorType2RequestBody(.init(errorType2Message: .init(message: "deep"))))
        }
        guard case .internalServerError3(let object) = objects, case .errorType2(let second)? = object.body else {
            Issue.record("\(String(describing: objects))")
            return
        }
        #expect(second.error.message == "deep")
    }

    @Test func aUnionByTag() async throws {
        let error = await failure {
            try await errors.errorUnionDiscriminatedPost(
                .taggedError2RequestBody(.init(tag: "tag2", taggedError2Message: .init(message: "deep"))))
        }
        guard case .clientError(let response) = error, case .taggedError2(let body)? = response.body else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(body.error.message == "deep" && error?.status == 400)
    }

    @Test(arguments: ["shared", "own"]) func oneKindForTwoOperations(value: String) async throws {
        let call = Call(operation: "sharedErrorUnionPost1")
        let error = await failure { try await errors.sharedErrorUnionPost1(.init(value: value), options: call.options) }
        guard case .clientError2(let response) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        switch response.body {
        case .sharedDiscriminatedError(let body): #expect(value == "shared" && body.message == "shared")
        case .specificError1(let body): #expect(value == "own" && body.details == "specific")
        default: Issue.record("\(String(describing: response.body))")
        }
    }

    @Test func membersOfErrors() async throws {
        let late = await failure { _ = try await errors.getDuplicateExportCollision() }
        guard case .requestTimeout(let response) = late else {
            Issue.record("\(String(describing: late))")
            return
        }
        #expect(response.body?.code == 408 && response.body?.message == "too slow")
        let said = await failure { try await errors.getNullableOptionalErrorMessage() }
        #expect(said?.status == 512 && said?.message == "said so")
        let nested = await failure { try await errors.getNestedNullableOptionalErrorMessage(cause: false) }
        guard case .nestedNullableOptionalErrorMessage(let answer) = nested else {
            Issue.record("\(String(describing: nested))")
            return
        }
        #expect(answer.body?.code == 512)
    }

    /// No server of that name: a failure of the transport, without a status.
    @Test func noServer() async throws {
        let error = await failure {
            try await errors.connectionErrorGet(options: .init(baseURL: "http://127.0.0.1:9"))
        }
        guard case .transport = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.status == nil)
    }

    @Test(arguments: [400, 500, 404]) func statusesWithoutABody(status: Int) async throws {
        #expect(await failure { try await errors.statusGetError(statusCode: status) }?.status == status)
        #expect(await failure { try await errors.statusGetDefaultError(statusCode: status) }?.status == status)
    }
}
