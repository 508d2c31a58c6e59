import ApusIR

/// Which way a value travels.
enum Direction {
    /// To the API: parameters, bodies, and the answers to what it sends.
    case request
    /// From the API: successes, errors, and what it sends by itself.
    case response
}

extension API {
    /// The types that values of a direction have, in document order.
    func typesUsed(_ direction: Direction) -> [TypeReference] {
        var used: [TypeReference] = []
        var copy = self
        copy.mapTypes(direction) {
            used.append($0)
            return $0
        }
        return used
    }

    /// Changes the types that values of a direction have.
    mutating func mapTypes(_ direction: Direction, _ change: (TypeReference) -> TypeReference) {
        switch direction {
        case .request:
            for index in globals.indices { globals[index].type = change(globals[index].type) }
            for index in operations.indices { operations[index].mapRequestTypes(change) }
            for index in webhooks.indices { webhooks[index].answer.payload?.mapType(change) }
        case .response:
            for index in operations.indices { operations[index].success.mapTypes(change) }
            for index in errors.indices {
                errors[index].payload?.mapType(change)
                errors[index].headers.mapTypes(change)
            }
            for index in webhooks.indices { webhooks[index].payload?.mapType(change) }
        }
    }
}

extension Operation {
    fileprivate mutating func mapRequestTypes(_ change: (TypeReference) -> TypeReference) {
        for index in parameters.indices { parameters[index].type = change(parameters[index].type) }
        guard var body = requestBody else { return }
        for index in body.contents.indices { body.contents[index].mapType(change) }
        requestBody = body
    }
}

extension Success {
    fileprivate mutating func mapTypes(_ change: (TypeReference) -> TypeReference) {
        payload?.mapType(change)
        for index in alternatives.indices { alternatives[index].payload?.mapType(change) }
        headers.mapTypes(change)
    }
}

extension [ResponseHeader] {
    fileprivate mutating func mapTypes(_ change: (TypeReference) -> TypeReference) {
        for index in indices { self[index].type = change(self[index].type) }
    }
}

extension Payload {
    fileprivate mutating func mapType(_ change: (TypeReference) -> TypeReference) { type = change(type) }
}
