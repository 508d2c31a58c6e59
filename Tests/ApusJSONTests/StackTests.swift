import ApusJSON
import Foundation
import Testing

/// Values as deep as the default limit allows, on the 512 KiB stack that secondary threads have.
@Suite(.enabled(if: !AddressSanitizer.isActive, "the address sanitizer needs more stack than there is"))
struct StackTests {
    /// Runs work on such a thread and returns what it gives.
    private func onSmallStack<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) throws -> Result {
        let outcome = Outcome<Result>()
        let thread = Thread {
            outcome.set(Swift.Result { try work() })
        }
        thread.stackSize = 512 << 10
        thread.start()
        return try outcome.get()
    }

    private final class Outcome<Value: Sendable>: @unchecked Sendable {
        private let done = DispatchSemaphore(value: 0)
        private var result: Result<Value, any Error>?

        func set(_ result: Result<Value, any Error>) {
            self.result = result
            done.signal()
        }

        func get() throws -> Value {
            done.wait()
            return try result!.get()
        }
    }

    private static let depth = JSONLimits().maximumDepth

    private static func nested(_ open: String, _ close: String, _ count: Int) -> String {
        String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
    }

    @Test(arguments: [("[", "]"), ("{\"a\":", "}"), ("[[{\"b\":1,\"a\":", "}]]")])
    func valuesAtTheLimit(open: String, close: String) throws {
        let levels = open.filter { $0 == "[" || $0 == "{" }.count
        let text = Self.nested(open, close, Self.depth / levels)
        let same = try onSmallStack {
            let value = try JSONValue(jsonText: text)
            let copy = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value))
            return try value == copy && value.hashValue == copy.hashValue && value.jsonText() == text
                && value.description == text
        }
        #expect(same)
    }

    @Test func oneLevelMoreIsRefused() throws {
        let text = Self.nested("[", "]", Self.depth + 1)
        let kind = try onSmallStack { failure(JSONValue.self, text)?.kind }
        #expect(kind == .depthExceeded)
    }

    @Test func hundredThousandLevelsAreRefused() throws {
        for open in ["[", "{\"a\":", "{\"children\":["] {
            let kind = try onSmallStack { failure(Tree.self, String(repeating: open, count: 100_000))?.kind }
            #expect(kind == .depthExceeded)
        }
    }

    @Test func recursiveModelsAtTheLimit() throws {
        let open = "{\"children\":["
        let text = String(repeating: open, count: Self.depth / 2) + String(repeating: "]}", count: Self.depth / 2)
        let same = try onSmallStack {
            let tree = try Tree(jsonText: text)
            let copy = try JSONDecoder().decode(Tree.self, from: JSONEncoder().encode(tree))
            return try tree == copy && tree.hashValue == copy.hashValue && tree.jsonText() == text
        }
        #expect(same)
    }

    @Test func deepTextIsRefusedBeforeTheStackEnds() throws {
        let open = "{\"children\":["
        let text = String(repeating: open, count: 50_000) + String(repeating: "]}", count: 50_000)
        let error = try onSmallStack { failure(Tree.self, text, JSONLimits(maximumDepth: .max)) }
        #expect(error?.kind == .depthExceeded)
        #expect(error?.message.contains("stack") == true)
    }

    @Test func deeperThanTheStackAllowsToRecurse() throws {
        let text = Self.nested("[", "]", 1_000)
        let same = try onSmallStack {
            let value = try JSONValue(jsonText: text, limits: JSONLimits(maximumDepth: 1_000))
            return try value == value && value.hashValue == value.hashValue && value.jsonText() == text
        }
        #expect(same)
    }
}

private enum AddressSanitizer {
    static let isActive = dlsym(dlopen(nil, RTLD_LAZY), "__asan_init") != nil
}
