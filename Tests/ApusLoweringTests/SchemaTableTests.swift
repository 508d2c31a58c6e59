import Testing

@testable import ApusLowering

@Suite struct SchemaTableTests {
    private final class Object: Sendable {}

    @Test func everyValueIsFoundAgain() {
        let objects = (0..<10_000).map { _ in Object() }
        var table = SchemaTable<Int>()
        #expect(table[ObjectIdentifier(objects[0])] == nil)
        for (index, object) in objects.enumerated() where index % 2 == 0 { table[ObjectIdentifier(object)] = index }
        for (index, object) in objects.enumerated() {
            #expect(table[ObjectIdentifier(object)] == (index % 2 == 0 ? index : nil))
        }
    }

    @Test func valuesCanBeReplacedAndTakenAway() {
        let (one, other) = (Object(), Object())
        var table = SchemaTable<Int?>()
        table[ObjectIdentifier(one)] = 1
        table[ObjectIdentifier(one)] = 2
        table[ObjectIdentifier(other)] = .some(nil)
        #expect(table[ObjectIdentifier(one)] == 2)
        #expect(table[ObjectIdentifier(other)] == .some(nil))
        table[ObjectIdentifier(one)] = nil
        #expect(table[ObjectIdentifier(one)] == nil)
    }
}
