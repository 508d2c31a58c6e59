/// The dump of operations and errors.
extension IRDump {
    mutating func add(_ error: ErrorDefinition) {
        line("error", quoted(error.id.rawValue), error.status.description, error.payload.map(text))
        indented { $0.add(error.documentation) }
    }

    mutating func add(_ operation: Operation) {
        line(
            "operation", quoted(operation.id), operation.method, quoted(operation.path), "in", quoted(operation.group),
            note(name: operation.nameOverride), note(operation.deprecation))
        indented { dump in
            dump.add(operation.documentation)
            for parameter in operation.parameters { dump.add(parameter, as: "parameter") }
            if let body = operation.requestBody { dump.line("body", dump.text(body)) }
            dump.add(operation.success)
            for error in operation.errors { dump.add(error) }
            for names in operation.security {
                dump.line("needs", names.isEmpty ? "nothing" : names.map(dump.quoted).joined(separator: " and "))
            }
            for example in operation.examples { dump.add(example) }
        }
    }

    mutating func add(_ parameter: Parameter, as word: String) {
        line(
            word, quoted(parameter.name), parameter.location.rawValue, parameter.type.description,
            parameter.isRequired ? "required" : nil, parameter.style.rawValue, parameter.explode ? "explode" : nil,
            parameter.allowReserved ? "reserved" : nil, parameter.defaultValue.map { "default \($0)" },
            parameter.isGlobal ? "global" : nil, note(name: parameter.nameOverride), note(parameter.deprecation))
        indented { $0.add(parameter.documentation) }
    }

    private mutating func add(_ success: Success) {
        line("success", success.statuses.map(\.description).joined(separator: " "), success.payload.map(text))
        indented { $0.add(success.documentation) }
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

    private func text(_ payload: Payload) -> String {
        let type = "\(payload.coding.rawValue) \(quoted(payload.contentType)) \(payload.type)"
        return payload.isRequired ? type : type + " optional"
    }
}
