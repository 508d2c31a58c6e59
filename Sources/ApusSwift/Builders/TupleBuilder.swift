import ApusIR

/// Turns a tuple into a struct with a property for each position.
struct TupleBuilder {
    let names: NameTable
    let speller: TypeSpeller
    let usage: TypeUsage

    func build(_ tuple: Tuple, of id: TypeID) -> TupleDeclaration {
        var scope = NameScope(reserved: ReservedWords.tupleMembers)
        let wishes = tuple.items.enumerated().map { index, item in
            NameScope.Wish(source: item.name ?? "", identifier: names.casing.lowerCamel(item.name ?? "item \(index)"))
        }
        let items = zip(tuple.items, scope.assign(wishes)).map { item($0, named: $1, in: id) }
        return TupleDeclaration(items: items, restType: speller.spell(tuple.rest))
    }

    private func item(_ item: Tuple.Item, named identifier: String, in id: TypeID) -> TupleDeclaration.Item {
        let isOptional = !item.isRequired || item.type.isNullable
        return TupleDeclaration.Item(
            name: ReservedWords.spelled(identifier), label: identifier,
            type: speller.spell(item.type.nonNull) + (isOptional ? "?" : ""), defaultValue: isOptional ? "nil" : nil,
            codec: isOptional ? .optional : .required, isIndirect: usage.isIndirect(item.type, in: id),
            documentation: DocumentationText.lines(item.documentation))
    }
}
