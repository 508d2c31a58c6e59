import ApusParallel
import Testing

/// What runs on all cores gives what one alone would give.
@Suite struct ParallelTests {
    @Test(arguments: [0, 1, 2, 3, 1000]) func theResultsAreThoseOfMap(count: Int) {
        let numbers = Array(0..<count)
        #expect(numbers.mapInParallel { "\($0)" } == numbers.map { "\($0)" })
    }

    /// The weight says what is begun first, not where its result stands.
    @Test func heavyWorkKeepsItsPlace() {
        let numbers = [3, 1, 9, 9, 0, 7]
        #expect(numbers.mapInParallel(weight: { $0 }) { $0 * 2 } == [6, 2, 18, 18, 0, 14])
    }

    /// Every result is made once, also where the work is itself shared out.
    @Test func workCanBeSharedOutWithinWork() {
        let rows = Array(0..<50).mapInParallel { row in Array(0..<50).mapInParallel { row * 50 + $0 } }
        #expect(rows.flatMap(\.self) == Array(0..<2500))
    }

    @Test func bothGivesBoth() {
        let (number, text) = Parallel.both({ 1 }, { "a" })
        #expect(number == 1)
        #expect(text == "a")
    }
}
