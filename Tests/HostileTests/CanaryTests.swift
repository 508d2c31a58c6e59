import ApusDiagnostics
import ApusGenerator
import ApusRendering
import CompileSupport
import Foundation
import SwiftParser
import SwiftSyntax
import Testing

/// A document with a payload in every text is generated, compiled and run: what the payloads call is there to be called, and
/// is not.
@Suite struct CanaryTests {
    @Test func nothingThatTheDocumentSaysIsRun() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("apus-canary-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let made = Generated.generator(Self.document).files()
        let files = try #require(made.value, "\(made.diagnostics.map(\.message))")
        let sources = files.filter { $0.path.hasPrefix("Thing/") }.map { ($0.path, Checker.text($0)) }
        #expect(sources.count > 5)
        let members = sources.flatMap { StaticMembers.names(in: $0.1) }
        #expect(members.count > 20)
        var texts = Dictionary(uniqueKeysWithValues: sources)
        texts["main.swift"] = Self.main(members)
        let program = try Program(texts, in: folder)
        try #require(program.complaints.isEmpty, "\(program.complaints.prefix(4000))")
        let run = try program.run(in: folder)
        #expect(run.code == 0)
        #expect(run.output.hasSuffix("\(members.count) members\n"))
        #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("canary").path))
    }

    /// Reads every constant of the module, and has what the payloads call.
    private static func main(_ members: [String]) -> String {
        """
        import Foundation

        func zq_evil() { _ = FileManager.default.createFile(atPath: "canary", contents: nil) }

        let client = ThingClient()
        print(client.core)
        \(members.map { "print(\($0))" }.joined(separator: "\n"))
        print("\(members.count) members")

        """
    }

    /// Each place gets the next payload.
    private static var document: String {
        var index = 0
        let parts = template.split(separator: "«»", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: String(parts[0])) { text, part in
            text += JSON.quoted(Payload.all[index % Payload.all.count].text) + part
            index += 1
        }
    }

    private static let template = """
        {"openapi": "3.2.0", "info": {"title": «», "summary": «», "description": «», "version": «», "termsOfService": «»,
        "contact": {"name": «»}, "license": {"name": «»}}, "externalDocs": {"url": «», "description": «»},
        "servers": [{"url": "https://a.example/{v}", "name": «», "description": «», "variables": {"v": {"default": «», "description": «»}}},
        {"url": "https://b.example/{w}", "variables": {"w": {"default": "1", "enum": ["1", «»]}}}],
        "tags": [{"name": "a", "description": «»}, {"name": «», "description": «», "summary": «»}], "security": [{"key": []}, {"oauth": [«»]}],
        "x-apus-globals": {"parameters": [{"name": «», "in": "query", "description": «», "schema": {"type": "string"}}]},
        "webhooks": {«»: {"post": {"summary": «», "description": «», "parameters": [{"name": «», "in": "query", "schema": {}}],
        "requestBody": {"description": «», "content": {"application/json": {"schema": {"type": "object", "properties": {«»: {"type": "string"}}}}}},
        "responses": {"200": {"description": «»}}}}},
        "paths": {
        "/a": {"get": {"operationId": «», "tags": [«»], "summary": «», "description": «», "externalDocs": {"url": «», "description": «»},
        "parameters": [{"name": «», "in": "query", "description": «», "required": true, "schema": {"type": "string", "default": «»}},
        {"name": "X-A", "in": "header", "description": «», "x-apus-name": «», "schema": {"type": "string", "enum": [«», "b"]}}],
        "responses": {"200": {"description": «», "headers": {"X-B": {"description": «», "x-apus-name": «», "schema": {"type": "string"}}},
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/S"}, "examples": {«»: {"value": «»}}}}},
        "404": {"description": «», "content": {"application/json": {"schema": {"type": "object", "title": «», "properties": {«»: {"type": "string"}}}}}},
        "4XX": {"description": «»}}}},
        "/b": {"post": {"operationId": "plain", "x-apus-group": «», "x-apus-name": «», "deprecated": true, "x-apus-deprecation-message": «»,
        "requestBody": {"description": «», "content": {"application/x-www-form-urlencoded": {"schema": {"type": "object", "description": «»,
        "properties": {«»: {"type": "string", "description": «», "default": «»}}}}, "multipart/form-data": {"schema": {"type": "object",
        "properties": {«»: {"type": "string", "format": "binary", "description": «»}}}}}},
        "callbacks": {«»: {«»: {"post": {"summary": «», "responses": {"200": {"description": «»}}}}}},
        "responses": {"200": {"description": "d", "content": {"text/event-stream": {"x-apus-sentinel": «», "schema": {"type": "object",
        "properties": {"data": {"type": "string", "description": «»}}}}}}}}}},
        "components": {"securitySchemes": {"key": {"type": "apiKey", "in": "query", "name": «», "description": «»},
        «»: {"type": "http", "scheme": "bearer", "bearerFormat": «»},
        "oauth": {"type": "oauth2", "description": «», "flows": {"clientCredentials": {"tokenUrl": "https://a.example/t", "scopes": {«»: «»}}}}},
        "schemas": {"S": {"title": «», "description": «», "type": "object", "required": [«», "c"], "properties": {
        "a": {"type": "string", "title": «», "description": «», "pattern": «», "format": «», "default": «», "example": «»},
        «»: {"type": "string"}, "c": {"const": «»}, "d": {"type": "string", "enum": [«», «», "b"], "x-enum-varnames": [«», «», "b"]},
        "e": {"type": "object", "properties": {«»: {"type": "object", "properties": {«»: {"type": "array", "items": {"type": "object",
        "properties": {«»: {}}}}}}}}, "f": {"type": "string", "deprecated": true, "x-apus-deprecation-message": «»},
        "u": {"oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}], "discriminator": {"propertyName": «»,
        "mapping": {«»: "#/components/schemas/A", "b": "#/components/schemas/B"}}}, "x": {"enum": [«», 1, true]},
        "t": {"type": "array", "prefixItems": [{"type": "string", "title": «»}, {"type": "integer", "description": «»}]}}},
        "A": {"type": "object", "description": «», "properties": {"t": {"const": «»}}}, "B": {"type": "object", "properties": {«»: {}}},
        «»: {"type": "object", "properties": {"a": {"type": "string", "description": «»}}}}}}
        """
}

/// The static constants and variables of a source, by their whole names.
private final class StaticMembers: SyntaxVisitor {
    private var scopes: [String] = []
    private var names: [String] = []

    static func names(in text: String) -> [String] {
        let visitor = StaticMembers(viewMode: .sourceAccurate)
        visitor.walk(Parser.parse(source: text))
        return visitor.names
    }

    private func enter(_ name: String) -> SyntaxVisitorContinueKind {
        scopes.append(name)
        return .visitChildren
    }

    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name.text) }
    override func visitPost(_ node: StructDeclSyntax) { scopes.removeLast() }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { enter(node.name.text) }
    override func visitPost(_ node: EnumDeclSyntax) { scopes.removeLast() }
    override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
        enter(node.extendedType.trimmedDescription)
    }
    override func visitPost(_ node: ExtensionDeclSyntax) { scopes.removeLast() }

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        let isStatic = node.modifiers.contains { $0.name.text == "static" }
        let isPrivate = node.modifiers.contains { $0.name.text == "private" }
        guard isStatic, !isPrivate, let name = node.bindings.first?.pattern.trimmedDescription else {
            return .skipChildren
        }
        names.append((scopes + [name]).joined(separator: "."))
        return .skipChildren
    }
}
