import CommandLineSupport
import Foundation
import Testing

/// Overlays and filters, as flags and in the configuration.
@Suite struct SelectionTests {
    static let document = """
        openapi: 3.1.0
        info: {title: Shop, version: 1.0.0}
        tags: [{name: orders}, {name: goods}]
        paths:
          /orders: {get: {operationId: listOrders, tags: [orders], responses: {'204': {description: Fine.}}}}
          /goods: {get: {operationId: listGoods, tags: [goods], responses: {'204': {description: Fine.}}}}

        """
    static let overlay = """
        overlay: 1.0.0
        info: {title: Names, version: 1.0.0}
        actions:
          - {target: '$.paths["/orders"].get', update: {operationId: allOrders}}
          - {target: '$.paths["/nothing"]', remove: true}

        """

    private func sandbox(_ settings: String = "") throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.write(Self.document, to: "spec/api.yaml")
        try sandbox.write(Self.overlay, to: "spec/names.yaml")
        try sandbox.write("spec: spec/api.yaml\noutput: Out\nmodule: Shop\n\(settings)", to: "apus.yaml")
        return sandbox
    }

    @Test(arguments: [["--overlay", "spec/names.yaml"], []]) func overlays(flags: [String]) throws {
        let sandbox = try sandbox(flags.isEmpty ? "overlays: [spec/names.yaml]\n" : "")
        let result = try sandbox.apus(arguments: ["generate"] + flags)
        #expect(result.code == 0, "\(result.errors)")
        #expect(try sandbox.text("Out/Shop/Operations/OrdersOperations.swift").contains("func allOrders("))
        // A target that selects nothing is told of at its place in the overlay.
        #expect(result.errors.contains("spec/names.yaml:5:"), "\(result.errors)")
    }

    /// The configuration says how pages follow each other where the document does not.
    @Test func pages() throws {
        let settings = "pagination: {listOrders: {type: link}, listNothing: {type: link}}\n"
        let sandbox = try sandbox(settings)
        let result = try sandbox.apus("generate")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.errors.contains("no operation has this ID"), "\(result.errors)")
        #expect(try sandbox.text("Out/Shop/Operations/OrdersOperations.swift").contains("func listOrdersPages("))
    }

    @Test func aMissingOverlayIsAnError() throws {
        let sandbox = try sandbox()
        let result = try sandbox.apus("generate", "--overlay", "spec/none.yaml")
        #expect(result.code == 1)
        #expect(result.errors.contains("spec/none.yaml"))
        #expect(!sandbox.exists("Out"))
    }

    @Test(
        arguments: [
            (["--include-tag", "orders"], ""), (["--exclude-tag", "goods"], ""),
            (["--include-path", "/ord*"], ""), (["--exclude-operation", "listGoods"], ""),
            ([], "filter: {include-operation: [listOrders]}\n"), ([], "filter: {exclude-path: ['/g*']}\n"),
        ])
    func filters(flags: [String], settings: String) throws {
        let sandbox = try sandbox(settings)
        let result = try sandbox.apus(arguments: ["generate"] + flags)
        #expect(result.code == 0, "\(result.errors)")
        #expect(sandbox.exists("Out/Shop/Operations/OrdersOperations.swift"))
        #expect(!sandbox.exists("Out/Shop/Operations/GoodsOperations.swift"))
    }

    @Test func aFilterThatNamesNothingIsAnError() throws {
        let sandbox = try sandbox()
        let result = try sandbox.apus("generate", "--include-tag", "order")
        #expect(result.code == 1)
        #expect(result.errors.contains("Did you mean `orders`?"), "\(result.errors)")
        #expect(!sandbox.exists("Out"))
    }
}
