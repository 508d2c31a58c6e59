import ApusRuntime
import Testing

/// What transports rely on in an exchange.
@Suite struct ExchangeTests {
    /// A caller who was told "not sent" must be right: a connection that comes free too late is turned away.
    @Test func anExchangeThatHasEndedDoesNotStart() async {
        let exchange = Exchange(timeouts: .init(connect: .milliseconds(10), firstByte: nil))
        do throws(TransportError) {
            _ = try await exchange.response {}
            Issue.record("there is no response")
        } catch {
            #expect(error.reason == .timeout(.connect))
            #expect(error.delivery == .notSent)
        }
        #expect(!exchange.requestStarted())
    }

    @Test func anExchangeThatHasStartedMayBeSent() async {
        let exchange = Exchange(timeouts: .init(connect: .seconds(60), firstByte: .milliseconds(10)))
        do throws(TransportError) {
            _ = try await exchange.response { #expect(exchange.requestStarted()) }
            Issue.record("there is no response")
        } catch {
            #expect(error.reason == .timeout(.firstByte))
            #expect(error.delivery == .maybeSent)
        }
    }
}
