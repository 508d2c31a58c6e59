/// Documents for the command line's tests.
enum Documents {
    static let good = """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /a:
            get:
              operationId: getA
              tags: [Things]
              responses:
                '200':
                  description: ok
                  content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
        components: {schemas: {A: {type: object, properties: {a: {type: string}}}}}
        """
    static let withoutTag = good.replacing("      tags: [Things]\n", with: "")
    static let bad = good.replacing("operationId: getA", with: "operationId: [getA]")
}
