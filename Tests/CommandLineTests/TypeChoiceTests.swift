import CommandLineSupport
import Foundation
import Testing

/// What formats, components and properties are read as, as flags and in the configuration.
@Suite struct TypeChoiceTests {
    static let document = """
        openapi: 3.1.0
        info: {title: Shop, version: 1.0.0}
        paths:
          /orders:
            get:
              operationId: getOrder
              parameters: [{name: since, in: query, schema: {type: string, format: date}}]
              responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}}
        components:
          schemas:
            Order: {type: object, required: [sent, paid, stamp], properties: {sent: {type: string, format: date-time}, paid: {type: string, format: date-time}, stamp: {$ref: '#/components/schemas/Stamp'}}}
            Stamp: {type: integer}

        """

    private func sandbox(_ settings: String) throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.write(Self.document, to: "api.yaml")
        try sandbox.write("spec: api.yaml\noutput: Out\nmodule: Shop\n\(settings)", to: "apus.yaml")
        return sandbox
    }

    @Test(arguments: [
        ([], "", "sent: Date", "paid: Date", "since: ApusRuntime.CalendarDate?"),
        (
            ["--format-type", "date-time=string"], "", "sent: String", "paid: String",
            "since: ApusRuntime.CalendarDate?"
        ),
        (["--property-type", "Order.sent=any"], "", "sent: ApusJSON.JSONValue", "paid: Date", ""),
        (["--schema-type", "Stamp=decimal"], "", "typealias Stamp = Decimal", "", ""),
        (
            [], "types: {formats: {date-time: string}, properties: {Order.paid: int64}}\n", "sent: String",
            "paid: Int64", ""
        ),
        // The command line wins, the property over the format.
        (
            ["--format-type", "date-time=date"],
            "types: {formats: {date-time: string}, properties: {Order.paid: int64}}\n",
            "sent: ApusRuntime.CalendarDate", "paid: Int64", ""
        ),
        (["--property-type", "/paths/~1orders/get/parameters/0/schema=string"], "", "since: String?", "", ""),
    ])
    func choices(flags: [String], settings: String, one: String, two: String, three: String) throws {
        let sandbox = try sandbox(settings)
        let result = try sandbox.apus(arguments: ["generate"] + flags)
        #expect(result.code == 0, "\(result.errors)")
        let text =
            try sandbox.text("Out/Shop/Models/GeneralModels.swift")
            + sandbox.text("Out/Shop/Operations/GeneralOperations.swift")
        for want in [one, two, three] where !want.isEmpty { #expect(text.contains(want), "\(want)") }
    }

    /// A word that names nothing, or no type, is an error with a way out; exit code and words.
    @Test(arguments: [
        (["--format-type", "date-tme=string"], "", Int32(1), "Did you mean `date-time`?"),
        (["--schema-type", "Stmp=string"], "", 1, "Did you mean `Stamp`?"),
        (["--property-type", "Order.snt=string"], "", 1, "Did you mean `Order.sent`?"),
        (["--property-type", "/paths/none=string"], "", 1, "[unmatched-type]"),
        (["--format-type", "date-time=strin"], "", 2, "Did you mean `string`?"),
        (["--format-type", "date-time"], "", 2, "name=string"),
        ([], "types: {formats: {date-time: Foundation.Date}}\n", 1, "The types are: any, string,"),
        ([], "types: {formats: {date-time: datetime}}\n", 1, "Did you mean `date-time`?"),
        ([], "types: {format: {date-time: string}}\n", 1, "Did you mean `formats`?"),
        ([], "types: [string]\n", 1, "apus.yaml:4:8"),
    ])
    func mistakes(flags: [String], settings: String, code: Int32, want: String) throws {
        let sandbox = try sandbox(settings)
        let result = try sandbox.apus(arguments: ["generate"] + flags)
        #expect(result.code == code, "\(result.errors)")
        #expect(result.errors.contains(want), "\(result.errors)")
        #expect(!sandbox.exists("Out"))
    }
}
