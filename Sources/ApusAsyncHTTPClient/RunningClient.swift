import ApusRuntime
import AsyncHTTPClient
import NIOHTTP1

/// An `HTTPClient` with all that our exchanges need around it.
struct RunningClient: Sendable {
    let client: HTTPClient
    private let waiting = WaitingExchanges()
    private let loops: EventLoops

    init(_ configuration: HTTPClient.Configuration) {
        var configuration = configuration
        configuration.addHandlers(waiting)
        client = HTTPClient(configuration: configuration)
        loops = EventLoops(client.eventLoopGroup)
    }

    /// Begins the request; the exchange hears of all that follows.
    func start(_ request: HTTPClientRequest, for exchange: Exchange) {
        let place = loops.take()
        let number = waiting.add(exchange)
        var request = request
        request.headers.add(name: WaitingExchanges.fieldName, value: number)
        let pump = ExchangePump(
            exchange: exchange, request: request, client: client, eventLoop: place.executor.eventLoop)
        let task = place.executor.start { [waiting, loops] in
            await pump.run()
            waiting.take(number)
            loops.giveBack(place)
        }
        exchange.onAbort { task.cancel() }
    }
}
