import ApusJSON
import Golden
import Testing

/// Values made from the document's schemas are read and written as they were; spoilt ones fail in their place. `make
/// roundtrip` does this for large documents.
@Suite struct ValueTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        /// Reads a value as the component's type, and writes that.
        let again: @Sendable (JSONValue) throws(JSONError) -> JSONValue
        var testDescription: String { name }

        init<T: JSONModel>(_ name: String, _ type: T.Type) {
            self.name = name
            again = { value throws(JSONError) in try JSONValue(jsonBytes: T(jsonBytes: value.jsonBytes()).jsonBytes()) }
        }
    }

    static let rows = [
        Row("Place", Place.self), Row("Pet", Pet.self), Row("Page", Page.self), Row("Animal", Animal.self),
        Row("Cat", Cat.self), Row("Dog", Dog.self), Row("Problem", Problem.self),
    ]

    @Test(arguments: rows) func valuesAreWrittenAsTheyWereRead(row: Row) throws {
        let instances = try Instances()
        for members in Instances.Members.allCases {
            let values = try instances.values(of: row.name, members)
            #expect(!values.isEmpty)
            for value in values { #expect(try row.again(value) == value, "\(value)") }
        }
    }

    /// A union is spoilt by its branches: what fits none is kept.
    @Test(arguments: rows.filter { $0.name != "Animal" }) func spoiltValuesFailInTheirPlace(row: Row) throws {
        let instances = try Instances()
        let faults = try instances.values(of: row.name, .all).flatMap { try instances.faults(of: row.name, in: $0) }
        #expect(!faults.isEmpty)
        for fault in faults {
            if let place = fault.place {
                let error = try #require(throws: JSONError.self, "\(fault.value)") { try row.again(fault.value) }
                #expect(error.description.hasPrefix(place.dropFirst() + ":"), "\(fault.value)")
            } else {
                #expect(try row.again(fault.value) == fault.value)
            }
        }
    }
}
