/// A compiled I-Regexp: instructions that are run for all possible ways at once, so that the time is at most the text's
/// length times the number of instructions, whatever the pattern.
struct Pattern: Sendable {
    enum Instruction: Sendable {
        case scalars(ScalarSet)
        /// Goes on at both places.
        case split(Int, Int)
        case jump(Int)
        case start
        case end
        case accept
    }

    private static let maximumInstructions = 10_000
    private let instructions: [Instruction]

    /// Compiles a pattern; `nil` when the text is no I-Regexp or would become too large.
    init?(_ source: String) {
        guard let syntax = PatternParser.parse(source) else { return nil }
        var compiler = Compiler()
        guard compiler.compile(syntax) else { return nil }
        instructions = compiler.instructions + [.accept]
    }

    /// Whether the pattern fits the whole text or a part of it.
    /// - Parameter step: told of the work done.
    func matches(
        _ text: String, isWhole: Bool, step: (Int) throws(JSONPathError) -> Void
    ) throws(JSONPathError) -> Bool {
        let scalars = Array(text.unicodeScalars)
        var threads = Threads(instructions.count)
        for position in 0...scalars.count {
            let isEnd = position == scalars.count
            if position == 0 || !isWhole { add(0, to: &threads, position == 0, isEnd) }
            try step(1 + threads.visits + instructions.count / 64)
            if threads.accepts, !isWhole || isEnd { return true }
            guard !isEnd else { return false }
            var next = Threads(instructions.count)
            for thread in threads.list {
                guard case .scalars(let set) = instructions[thread], set.contains(scalars[position]) else { continue }
                add(thread + 1, to: &next, false, position + 1 == scalars.count)
            }
            threads = next
            if isWhole, threads.list.isEmpty, !threads.accepts { return false }
        }
        return false
    }

    /// The instructions that wait for a scalar at one position.
    private struct Threads {
        var list: [Int] = []
        var accepts = false
        var seen: [Bool]
        var visits = 0

        init(_ count: Int) { seen = Array(repeating: false, count: count) }
    }

    /// Follows jumps, with a list of its own in place of recursion.
    private func add(_ start: Int, to threads: inout Threads, _ isStart: Bool, _ isEnd: Bool) {
        var open = [start]
        while let index = open.popLast() {
            guard !threads.seen[index] else { continue }
            threads.seen[index] = true
            threads.visits += 1
            switch instructions[index] {
            case .scalars: threads.list.append(index)
            case .accept: threads.accepts = true
            case .jump(let target): open.append(target)
            case .split(let first, let second): open += [second, first]
            case .start: if isStart { open.append(index + 1) }
            case .end: if isEnd { open.append(index + 1) }
            }
        }
    }

    private struct Compiler {
        var instructions: [Instruction] = []
        /// Repetitions of nothing make no instructions, but work.
        private var visits = 0

        /// - Returns: whether there was room for it.
        mutating func compile(_ syntax: PatternSyntax) -> Bool {
            visits += 1
            guard visits < 5 * Pattern.maximumInstructions else { return false }
            switch syntax {
            case .scalars(let set): instructions.append(.scalars(set))
            case .start: instructions.append(.start)
            case .end: instructions.append(.end)
            case .sequence(let parts): for part in parts where !compile(part) { return false }
            case .alternatives(let branches): return alternatives(branches[...])
            case .repetition(let inner, let minimum, let maximum):
                for _ in 0..<minimum where !compile(inner) { return false }
                guard let maximum else { return loop(inner) }
                for _ in minimum..<maximum where !optional(inner) { return false }
            }
            return instructions.count < Pattern.maximumInstructions
        }

        private mutating func alternatives(_ branches: ArraySlice<PatternSyntax>) -> Bool {
            var exits: [Int] = []
            for (index, branch) in branches.enumerated() {
                let split = instructions.count
                let isLast = index + 1 == branches.count
                if !isLast { instructions.append(.jump(0)) }
                guard compile(branch) else { return false }
                guard !isLast else { break }
                exits.append(instructions.count)
                instructions.append(.jump(0))
                instructions[split] = .split(split + 1, instructions.count)
            }
            for exit in exits { instructions[exit] = .jump(instructions.count) }
            return true
        }

        private mutating func loop(_ inner: PatternSyntax) -> Bool {
            let split = instructions.count
            instructions.append(.jump(0))
            guard compile(inner) else { return false }
            instructions.append(.jump(split))
            instructions[split] = .split(split + 1, instructions.count)
            return true
        }

        /// Each of the further copies may be left out by itself: which of them are makes no difference to the answer.
        private mutating func optional(_ inner: PatternSyntax) -> Bool {
            let split = instructions.count
            instructions.append(.jump(0))
            guard compile(inner) else { return false }
            instructions[split] = .split(split + 1, instructions.count)
            return true
        }
    }
}
