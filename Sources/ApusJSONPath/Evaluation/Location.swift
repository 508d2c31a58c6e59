/// Where a node stands, as a chain from the inside out, so that the outer steps are shared.
final class Location: Sendable {
    private let parent: Location?
    private let step: JSONPathStep?

    static let root = Location(parent: nil, step: nil)

    init(parent: Location?, step: JSONPathStep?) {
        self.parent = parent
        self.step = step
    }

    var steps: [JSONPathStep] {
        var steps: [JSONPathStep] = []
        var current: Location? = self
        while let location = current, let step = location.step {
            steps.append(step)
            current = location.parent
        }
        return steps.reversed()
    }
}
