/// The dump of operations and errors.
extension IRDump {
    mutating func add(_ error: ErrorDefinition) {
        line("error", quoted(error.id.rawValue), error.status.description, error.payload.map(text))
        indented { dump in
            dump.add(error.documentation)
            for header in error.headers { dump.add(header) }
        }
    }

    mutating func add(_ operation: Operation) {
        line(
            "operation", quoted(operation.id), operation.method, quoted(operation.path), "in", quoted(operation.group),
            note(name: operation.nameOverride), note(operation.deprecation))
        indented { dump in
            dump.add(operation.documentation)
            for parameter in operation.parameters { dump.add(parameter, as: "parameter") }
            for pair in operation.fixedQuery { dump.line("query", dump.quoted(pair.name), dump.quoted(pair.value)) }
            if let body = operation.requestBody { dump.add(body) }
            if let choice = operation.streamChoice { dump.line("sets", dump.quoted(choice.field), "\(choice.value)") }
            dump.add(operation.success)
            for error in operation.errors { dump.add(error) }
            for names in operation.security {
                dump.line("needs", names.isEmpty ? "nothing" : names.map(dump.quoted).joined(separator: " and "))
            }
            for server in operation.servers { dump.add(server) }
            for need in operation.scopes {
                dump.line("scopes", dump.quoted(need.scheme), need.scopes.map(dump.quoted).joined(separator: " "))
            }
            for example in operation.examples { dump.add(example) }
            if let policy = operation.retryPolicy { dump.add(policy) }
            if let pagination = operation.pagination { dump.add(pagination) }
        }
    }

    mutating func add(_ parameter: Parameter, as word: String) {
        line(
            word, quoted(parameter.name), parameter.location.rawValue, parameter.type.description,
            parameter.isRequired ? "required" : nil, parameter.style.rawValue, parameter.explode ? "explode" : nil,
            parameter.allowReserved ? "reserved" : nil, parameter.allowsEmptyValue ? "empty" : nil,
            parameter.defaultValue.map { "default \($0)" },
            parameter.isGlobal ? "global" : nil,
            parameter.hasArgument ? nil : "without argument", note(name: parameter.nameOverride),
            note(parameter.deprecation))
        indented { $0.add(parameter.documentation) }
    }

    private mutating func add(_ body: RequestBody) {
        for content in body.contents { line("body", text(content), body.isRequired ? nil : "optional") }
    }

    private mutating func add(_ success: Success) {
        line("success", success.statuses.map(\.description).joined(separator: " "), success.payload.map(text))
        indented { dump in
            dump.add(success.documentation)
            for header in success.headers { dump.add(header) }
            if !success.bare.isEmpty { dump.line("bare", success.bare.map(\.description).joined(separator: " ")) }
            for one in success.alternatives {
                dump.line("returns", one.status.description, one.payload.map(dump.text))
                dump.indented { $0.add(one.documentation) }
            }
        }
    }

    private mutating func add(_ header: ResponseHeader) {
        line(
            "header", quoted(header.name), header.type.description, header.isRequired ? "required" : nil,
            header.isJSON ? "json" : nil, header.explode ? "explode" : nil, note(name: header.nameOverride),
            note(header.deprecation))
        indented { $0.add(header.documentation) }
    }

    private mutating func add(_ pagination: Pagination) {
        line(
            "pages", "by \(pagination.style.rawValue)",
            pagination.input.map { "in \($0.location.rawValue) \(quoted($0.name)) from \(pagination.start)" },
            pagination.results.map { "items \($0.path)" }, pagination.next.map { "next \($0.path)" },
            pagination.pageCount.map { "pages \($0.path)" }, pagination.hasMore.map { "more \($0.path)" })
    }

    private mutating func add(_ error: OperationError) {
        line("fails", quoted(error.id.rawValue))
        indented { $0.add(error.documentation) }
    }

    private mutating func add(_ example: ResponseExample) {
        line(
            "example", quoted(example.name), "\(example.status)", quoted(example.contentType), example.value.description
        )
    }

    func text(_ payload: Payload) -> String {
        let types = [payload.contentType] + payload.otherContentTypes
        var type = "\(payload.coding.rawValue) \(types.map(quoted).joined(separator: " ")) \(payload.type)"
        if let form = payload.stream {
            type += " as \(form.shape.rawValue) of \(form.content.rawValue)"
            if let sentinel = form.sentinel { type += " until \(quoted(sentinel))" }
        }
        return payload.isRequired ? type : type + " optional"
    }
}
