import ApusDiagnostics
import Testing

@Suite("Near names")
struct NearestTests {
    @Test(
        "the likeliest names come first",
        arguments: [
            // wanted, candidates, near
            ("nmae", ["name", "fields"], ["name"]),  // a swap costs one
            ("Name", ["name"], ["name"]),  // case aside
            ("operationID", ["operationId", "operations"], ["operationId"]),  // far worse ones are not named
            ("desc", ["description"], []),  // an abbreviation is too far
            ("cat", ["dog", "bat", "hat", "car", "at"], ["bat", "hat", "car"]),  // three at most, in order given
            ("fields", ["field", "fields"], ["fields", "field"]),  // the smaller distance first
            ("a", ["b", "xy", ""], ["b", ""]),  // one change is always near
            ("", ["a", "ab"], ["a"]),
            ("tag", ["tags", "tags"], ["tags"]),  // a candidate is named once
            ("größe", ["grösse", "große"], ["große", "grösse"]),
            ("x", [], []),
        ] as [(String, [String], [String])])
    func rows(wanted: String, candidates: [String], near: [String]) {
        #expect(nearest(candidates, to: wanted) == near)
    }

    @Test("long names and long lists are given up on")
    func bounds() {
        let long = String(repeating: "a", count: 81)
        #expect(nearest([long], to: long) == [])
        #expect(nearest([long, "aa"], to: "a") == ["aa"])
        #expect(nearest(Array(repeating: "zzz", count: 2_000) + ["name"], to: "nam") == [])
    }

    @Test(
        "the hint reads as a question",
        arguments: [
            (["name"], "Did you mean `name`?"),
            (["name", "nale"], "Did you mean `name` or `nale`?"),
            (["name", "nale", "nape"], "Did you mean `name`, `nale` or `nape`?"),
            (["fields"], nil),
        ] as [([String], String?)])
    func hint(candidates: [String], text: String?) {
        #expect(didYouMean(candidates, insteadOf: "nabe") == text)
    }
}
