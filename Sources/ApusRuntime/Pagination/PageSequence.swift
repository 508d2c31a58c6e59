/// The pages of an operation, each asked for when it is wanted: every page is a call of its own, with its retries and its
/// deadline. It can be gone through several times; each time begins at the first page.
///
/// It ends with the last page, and by no other means in silence: what is thrown is the API's error type, also when a page
/// does not say what the API documents, and when pages would never end.
public struct PageSequence<Request: PaginatedRequest>: AsyncSequence, Sendable {
    /// A page.
    public typealias Element = Request.Output

    let client: APIClient
    let request: Request
    let options: CallOptions
    /// How many pages there may be; with more an error is thrown. (To stop without one, use `prefix`.)
    public var maximumPages: Int?
    /// How many pages without items may come one after the other, where the API says which part of a page the items are; with
    /// more an error is thrown, since some APIs go on like that for ever.
    public var maximumEmptyPages = 100

    /// The pages from the one that the request asks for.
    public init(_ request: Request, client: APIClient, options: CallOptions = .init()) {
        self.request = request
        self.client = client
        self.options = options
    }

    /// Begins at the first page.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

    /// Goes from page to page.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let pages: PageSequence
        private var turner = PageTurner(Request.pagination)
        private var state = State.first
        private var count = 0

        private enum State {
            case first
            case next(PageTurn)
            case failed(CallFailure)
            case over
        }

        init(_ pages: PageSequence) {
            self.pages = pages
            turner.maximumEmptyPages = pages.maximumEmptyPages
        }

        /// The next page, `nil` behind the last one.
        /// - Throws: the API's error type.
        public mutating func next() async throws -> Request.Output? { try await nextResponse()?.value }

        /// The next page with its response's metadata.
        /// - Throws: the API's error type.
        public mutating func nextResponse() async throws -> APIResponse<Request>? {
            do throws(CallFailure) {
                return try await page()
            } catch {
                state = .over
                throw pages.client.errorType(error)
            }
        }

        private mutating func page() async throws(CallFailure) -> APIResponse<Request>? {
            var turn: PageTurn?
            switch state {
            case .first: break
            case .next(let next): turn = next
            case .failed(let failure): throw failure
            case .over: return nil
            }
            var builder = RequestBuilder(pages.request)
            let first = builder
            if let turn { builder.turn(to: turn) }
            let (response, received) = try await pages.client.sendPage(Request.self, builder, pages.options)
            count += 1
            return plan(after: response.rawBody, received, first) ? response : nil
        }

        /// Decides what comes behind a page; `false` when the page itself is no more. What is wrong with the way on is
        /// thrown behind the page, which is good.
        private mutating func plan(after body: [UInt8], _ received: ReceivedResponse, _ first: RequestBuilder) -> Bool {
            let limits = pages.client.configuration.jsonLimits
            do throws(PageTurner.Problem) {
                switch try turner.step(after: body, received.head, first, limits: limits) {
                case .next(let turn): state = .next(turn)
                case .end: state = .over
                case .endBefore:
                    state = .over
                    return false
                }
            } catch {
                state = .failed(pages.client.failure(error, of: received))
            }
            if let most = pages.maximumPages, count >= most, case .next = state {
                state = .failed(pages.client.failure(.astray("there are more than \(most) pages"), of: received))
            }
            return true
        }
    }
}

extension PageSequence where Request: ItemizedRequest {
    /// The items of all pages, one after the other.
    public var items: ItemSequence<Request> { ItemSequence(pages: self) }
}

/// The items of all pages of an operation; a page is asked for when the items of the one before are used up.
public struct ItemSequence<Request: ItemizedRequest>: AsyncSequence, Sendable {
    /// An item.
    public typealias Element = Request.Item

    let pages: PageSequence<Request>

    /// Begins at the first page.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(pages: pages.makeAsyncIterator()) }

    /// Goes from item to item.
    public struct AsyncIterator: AsyncIteratorProtocol {
        var pages: PageSequence<Request>.AsyncIterator
        private var items: [Request.Item] = []
        private var index = 0

        init(pages: PageSequence<Request>.AsyncIterator) { self.pages = pages }

        /// The next item, `nil` behind the last one.
        /// - Throws: the API's error type.
        public mutating func next() async throws -> Request.Item? {
            while index >= items.count {
                guard let page = try await pages.next() else { return nil }
                items = Request.items(of: page)
                index = 0
            }
            index += 1
            return items[index - 1]
        }
    }
}
