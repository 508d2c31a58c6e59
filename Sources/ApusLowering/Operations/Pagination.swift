import ApusDiagnostics
import ApusIR
import ApusOpenAPI
import ApusYAML

/// How an operation's pages follow each other: what the configuration says, else an extension, fitted to the operation.
extension Builder {
    func lowerPagination(
        _ site: Site, _ parameters: [Parameter], _ body: RequestBody?, _ success: Success
    ) -> Pagination? {
        guard let rule = paginationRule(site) else { return nil }
        let fitting = PaginationFitting(
            rule: rule, parameters: parameters, body: body,
            bodyFields: fields(of: body?.contents.first { $0.coding == .json }),
            success: success)
        switch fitting.fit() {
        case .success(let pagination): return pagination
        case .failure(let problem):
            warn(
                "pagination-left-out", "the pages of `\(site.id)` cannot be gone through: \(problem.what)",
                at: paginationPlace(site))
            return nil
        }
    }

    /// The members of a body that is an object.
    private func fields(of body: Payload?) -> [Field] {
        var type = body?.type.nonNull
        for _ in 0..<Limits.depth {
            guard case .named(let id)? = type, let slot = slots[id] ?? types.firstIndex(where: { $0.id == id }) else {
                return []
            }
            switch types[slot].kind {
            case .record(let record): return record.fields
            case .alias(let target): type = target.nonNull
            default: return []
            }
        }
        return []
    }

    private func paginationPlace(_ site: Site) -> Place {
        let key = Self.paginationKeys.first { site.operation.extensions[$0] != nil }
        return key.map(site.place.appending) ?? site.place
    }

    private static let paginationKeys = ["x-apus-pagination", "x-speakeasy-pagination"]

    private func paginationRule(_ site: Site) -> PaginationRule? {
        if let rule = options.pagination[site.id] { return rule }
        for key in Self.paginationKeys {
            guard let node = site.operation.extensions[key] else { continue }
            let read = PaginationRule.read(node)
            for finding in read.diagnostics {
                warn(
                    finding.code, finding.message,
                    at: Place(range: finding.location ?? node.range, path: site.place.path.appending(key)),
                    category: .document)
            }
            return read.value
        }
        return nil
    }

    /// Tells of IDs in the configuration that no operation has.
    func reportUnusedPagination(_ calls: [Site]) {
        let known = Set(calls.map(\.id))
        for id in options.pagination.keys.sorted() where !known.contains(id) {
            warn(
                "unused-pagination", "the configuration has pages for `\(id)`, but no operation has this ID",
                at: document.place, category: .document)
        }
    }
}

/// A rule against an operation.
private struct PaginationFitting {
    let rule: PaginationRule
    let parameters: [Parameter]
    let body: RequestBody?
    let bodyFields: [Field]
    let success: Success

    /// What does not fit.
    struct Problem: Error {
        var what: String
    }

    func fit() -> Result<Pagination, Problem> {
        Result { () throws(Problem) in try pagination() }
    }

    private func pagination() throws(Problem) -> Pagination {
        let style = try style()
        var pagination = Pagination(style)
        pagination.results = try steps("results")
        pagination.hasMore = try steps("hasMore")
        switch style {
        case .page, .offset:
            pagination.pageCount = style == .page ? try steps("numPages") : nil
            let input = try input(style.rawValue)
            pagination.input = input.place
            pagination.start = rule.start ?? input.start ?? (style == .page ? 1 : 0)
            let isEndless =
                pagination.results == nil && (style == .offset || (pagination.pageCount ?? pagination.hasMore) == nil)
            if isEndless { throw Problem(what: "nothing says which page is the last; `outputs` needs `results`") }
        case .cursor:
            pagination.input = try input("cursor").place
            pagination.next = try needed("nextCursor")
        case .url: pagination.next = try needed("nextUrl")
        case .link: break
        }
        if style != .link || pagination.results != nil {
            guard success.payloads.contains(where: { $0.coding == .json }) else {
                throw Problem(what: "a success has no JSON body")
            }
        }
        let isUnread = success.payloads.contains { $0.coding == .stream || $0.coding == .binary }
        if isUnread { throw Problem(what: "a success's body is handed over unread") }
        return pagination
    }

    private func style() throws(Problem) -> Pagination.Style {
        switch rule.kind {
        case .page: return .page
        case .offset: return .offset
        case .cursor: return .cursor
        case .url: return .url
        case .link: return .link
        case .offsetLimit:
            if rule.inputs.contains(where: { $0.role == "page" }) { return .page }
            if rule.inputs.contains(where: { $0.role == "offset" }) { return .offset }
            throw Problem(what: "none of its `inputs` is a `page` or an `offset`")
        }
    }

    /// The value of the request that is changed from page to page, and what the document says that it is at first.
    private func input(_ role: String) throws(Problem) -> (place: Pagination.Input, start: Int?) {
        guard let input = rule.inputs.first(where: { $0.role == role }) else {
            throw Problem(what: "none of its `inputs` is a `\(role)`")
        }
        if input.isInBody {
            guard body?.contents.contains(where: { $0.coding == .json }) == true else {
                throw Problem(what: "the request has no JSON body")
            }
            return (.init(.body, input.name), number(bodyFields.first { $0.key == input.name }?.defaultValue))
        }
        let found = parameters.first { $0.name == input.name && ($0.location == .query || $0.location == .header) }
        guard let found else {
            throw Problem(what: "no query parameter or header is called `\(input.name)`")
        }
        return (.init(found.location == .query ? .query : .header, found.name), number(found.defaultValue))
    }

    private func number(_ literal: Literal?) -> Int? {
        if case .number(let digits)? = literal { Int(digits) } else { nil }
    }

    private func needed(_ output: String) throws(Problem) -> [Pagination.Step] {
        guard let steps = try steps(output) else { throw Problem(what: "its `outputs` have no `\(output)`") }
        return steps
    }

    private func steps(_ output: String) throws(Problem) -> [Pagination.Step]? {
        guard let text = rule.outputs[output] else { return nil }
        guard let steps = PagePath.steps(text) else {
            throw Problem(what: "`\(text)` is no path of names and indices such as `$.data[-1].id`")
        }
        return steps
    }
}
