import ApusJSON
import Testing

@Suite struct FirstTests {
    @Test func roundTrips() throws {
        let text = #"{"a":[1,2.50,-0,1E400,"x\né"],"b":{"c":null,"d":true},"":{}}"#
        #expect(try JSONValue(jsonText: text).jsonText() == text)
    }
}
