import Gentests
import Testing

@Suite struct ErrorTests {
    let client = GentestsClient.testing()

    /// A documented error has its body; its message and code are found in it.
    @Test(arguments: [418, 500, 501]) func documentedErrors(status: Int) async throws {
        do {
            _ = try await client.errors.statusGetXSpeakeasyErrors(statusCode: status)
            Issue.record("\(status) is no success")
        } catch {
            #expect(error.status == status)
            #expect(error.message == "status \(status)")
            #expect(error.code == "\(status)")
        }
    }

    @Test func anUndocumentedStatusKeepsWhatCame() async throws {
        do {
            _ = try await client.errors.statusGetXSpeakeasyErrors(statusCode: 403)
            Issue.record("403 is no success")
        } catch {
            #expect(error.status == 403)
        }
    }
}
