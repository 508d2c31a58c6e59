import Testing

@testable import ApusRuntime

@Suite("Retry budget")
struct RetryBudgetTests {
    @Test("five failures spend it; successes earn it back slowly")
    func spending() {
        var bucket = TokenBucket()
        let allowed = (0..<6).map { _ in
            bucket.spend(at: .zero)
            return bucket.level(at: .zero).allowsRetry
        }
        #expect(allowed == [true, true, true, true, false, false])
        for _ in 0..<11 { bucket.succeed(spent: 0, at: .zero) }
        #expect(bucket.level(at: .zero).allowsRetry)
    }

    @Test("a success gives back what its own failures took")
    func refund() {
        var bucket = TokenBucket()
        bucket.spend(at: .zero)
        bucket.spend(at: .zero)
        bucket.succeed(spent: 2, at: .zero)
        #expect(bucket.level(at: .zero) == .init(tokens: 10, capacity: 10))
    }

    @Test("never below nothing")
    func floor() {
        var bucket = TokenBucket()
        for _ in 0..<100 { bucket.spend(at: .zero) }
        #expect(bucket.level(at: .zero).tokens == 0)
    }

    @Test("capacity follows the successes of the last ten seconds")
    func capacity() {
        var bucket = TokenBucket()
        for second in 0..<10 {
            for _ in 0..<100 { bucket.succeed(spent: 0, at: .seconds(second)) }
        }
        #expect(bucket.level(at: .seconds(9)).capacity == 100)
        #expect(bucket.level(at: .seconds(9)).tokens > 99.9)
        #expect(bucket.level(at: .seconds(14)).capacity == 50)
        #expect(bucket.level(at: .seconds(19)) == .init(tokens: 10, capacity: 10))
        #expect(bucket.level(at: .seconds(1)).capacity == 10, "time never goes back")
    }

    @Test("origins do not share; too many do")
    func origins() {
        let budget = RetryBudget()
        for _ in 0..<8 { _ = budget.spend("https://a", at: .zero) }
        #expect(!budget.level("https://a", at: .zero).allowsRetry)
        #expect(budget.level("https://b", at: .zero).allowsRetry)
        for number in 0..<1000 { _ = budget.spend("https://\(number)", at: .zero) }
        #expect(!budget.level("https://new", at: .zero).allowsRetry)
    }
}
