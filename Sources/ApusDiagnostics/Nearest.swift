/// The candidates that a misspelt name most likely stood for, the best first; at most three.
///
/// The measure is the optimal string alignment distance (insertion, deletion, substitution and the swap of two
/// neighbours cost one each) over Unicode scalars with ASCII letters folded to lower case. A candidate is near when a
/// third of the longer name's scalars, but at least one, separates it from `name` or less, and when no other is nearer
/// by more than one. Equal distances keep the candidates' order. The work is bounded: names of more than 80 scalars are
/// never near anything, and only the first 2,000 candidates are looked at.
/// - Parameters:
///   - candidates: the names that would have been right, in a stable order.
///   - name: the name that was found instead.
public func nearest(_ candidates: some Sequence<String>, to name: String) -> [String] {
    guard let wanted = foldedScalars(name) else { return [] }
    var found: [(distance: Int, candidate: String)] = []
    for candidate in candidates.prefix(2_000) where !found.contains(where: { $0.candidate == candidate }) {
        guard let scalars = foldedScalars(candidate) else { continue }
        let bound = max(1, max(wanted.count, scalars.count) / 3)
        guard let distance = alignmentDistance(wanted, scalars, bound: bound) else { continue }
        let place = found.firstIndex { $0.distance > distance } ?? found.endIndex
        found.insert((distance, candidate), at: place)
        if found.count > 3 { found.removeLast() }
    }
    return found.prefix { $0.distance <= found[0].distance + 1 }.map(\.candidate)
}

/// A hint that names the nearest candidates, such as "Did you mean `name` or `names`?"; `nil` when none is near.
public func didYouMean(_ candidates: some Sequence<String>, insteadOf name: String) -> String? {
    let names = nearest(candidates, to: name).map { "`\($0)`" }
    guard let last = names.last else { return nil }
    guard names.count > 1 else { return "Did you mean \(last)?" }
    return "Did you mean \(names.dropLast().joined(separator: ", ")) or \(last)?"
}

/// The scalars of a name with `A`–`Z` as `a`–`z`; `nil` for a name too long to compare.
private func foldedScalars(_ name: String) -> [UInt32]? {
    let longest = 80
    var scalars: [UInt32] = []
    for scalar in name.unicodeScalars {
        guard scalars.count < longest else { return nil }
        scalars.append(("A"..."Z").contains(scalar) ? scalar.value + 32 : scalar.value)
    }
    return scalars
}

/// The optimal string alignment distance, `nil` when it is more than `bound`.
private func alignmentDistance(_ left: [UInt32], _ right: [UInt32], bound: Int) -> Int? {
    guard abs(left.count - right.count) <= bound else { return nil }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
        var current = [row + 1]
        for column in right.indices {
            let same = left[row] == right[column]
            var best = min(previous[column] + (same ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                best = min(best, beforePrevious[column - 1] + 1)
            }
            current.append(best)
        }
        guard current.contains(where: { $0 <= bound }) else { return nil }
        (beforePrevious, previous) = (previous, current)
    }
    let distance = previous[right.count]
    return distance <= bound ? distance : nil
}
