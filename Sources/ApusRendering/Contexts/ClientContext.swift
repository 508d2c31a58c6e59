import ApusSwift
import ApusTemplates

/// What `Client.swift` is rendered from.
struct ClientContext {
    let template: TemplateObject

    init(_ client: ClientDeclaration, _ frame: Frame) {
        let credentials = client.schemes.filter(\.takesCredential)
        template = [
            "access": .text(frame.access),
            "isPublic": .bool(frame.isPublic),
            "import": .text(frame.importKeyword),
            "client": .text(client.name),
            "error": .text(frame.error),
            "string": .text(frame.string),
            "documentation": .documentation(client.documentation),
            "title": .text(client.nameLiteral),
            "version": .text(client.versionLiteral),
            "hasServers": .bool(!client.serverLiterals.isEmpty),
            "servers": .items(client.serverLiterals),
            "serverChoice": .init(client.serverChoice.map { ServerContext($0, frame).template }),
            "hasSchemes": .bool(!client.schemes.isEmpty),
            "schemes": .init(client.schemes.map { Self.description($0, of: client.schemes.count) }),
            "hasCredentials": .bool(!credentials.isEmpty),
            "credentials": .init(credentials.enumerated().map { Self.scheme($1, $0, of: credentials.count) }),
            "hasGlobals": .bool(!client.globals.isEmpty),
            "globals": .init(client.globals.map { Self.global($0, of: client.globals.count) }),
            "retry": .init(Self.retry(client.retryArguments)),
        ]
    }

    private static func retry(_ arguments: [String]) -> TemplateObject? {
        guard !arguments.isEmpty else { return nil }
        let items = arguments.enumerated().map { index, argument -> TemplateObject in
            ["argument": .text(argument), "comma": .comma(after: index, of: arguments.count)]
        }
        return ["arguments": .init(items)]
    }

    /// The lines with the comma that stands behind the last one.
    private static func description(_ scheme: SchemeDeclaration, of count: Int) -> TemplateObject {
        var lines = scheme.description
        if count > 1, !lines.isEmpty { lines[lines.count - 1] += "," }
        return ["lines": .init(lines)]
    }

    private static func scheme(_ scheme: SchemeDeclaration, _ index: Int, of count: Int) -> TemplateObject {
        let variable = scheme.environmentVariable.map { " `nil` to read `\($0)` at each call." } ?? ""
        return [
            "name": .text(scheme.name),
            "label": .text(scheme.label),
            "summary": .text("The credential." + variable),
            "scheme": .text(scheme.schemeLiteral),
            "documentation": .documentation(scheme.documentation),
            "comma": .comma(after: index, of: count),
            "trailingComma": .trailingComma(of: count),
        ]
    }

    private static func global(_ global: GlobalDeclaration, of count: Int) -> TemplateObject {
        [
            "name": .text(global.name),
            "label": .text(global.label),
            "summary": .text(global.documentation),
            "wireName": .text(global.wireNameLiteral),
            "description": .text(global.description),
            "trailingComma": .trailingComma(of: count),
        ]
    }
}
