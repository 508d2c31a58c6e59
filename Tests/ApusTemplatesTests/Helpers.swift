import ApusDiagnostics
import ApusTemplates

extension Checked where Value == TemplateLibrary {
    /// A library from template texts; the file of `name` is called `name.mustache`.
    static func parsing(
        _ texts: [(name: String, text: String)], escaper: TemplateEscaper = .none
    ) -> Checked<TemplateLibrary> {
        TemplateLibrary.parse(
            texts.map {
                TemplateSource(name: $0.name, file: SourceFile(path: "\($0.name).mustache", contents: $0.text))
            },
            escaper: escaper)
    }
}

/// Renders one template, called `main`, with its partials.
func render(
    _ text: String, _ context: TemplateObject = [:], partials: [(name: String, text: String)] = [],
    limits: TemplateLimits = .init()
) -> (text: String, diagnostics: [Diagnostic]) {
    let result = Checked.parsing([("main", text)] + partials).flatMap { $0.render("main", context, limits: limits) }
    return (String(decoding: result.value, as: UTF8.self), result.diagnostics)
}

extension Diagnostic {
    /// `line:column code message`.
    var brief: String {
        let place = location.map { "\($0.start.line):\($0.start.column) " } ?? ""
        return place + code + " " + message
    }
}

extension TemplateEscaper {
    /// Escapes as the Mustache specification asks for HTML.
    static let html = TemplateEscaper { text, output in
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "\""): output += "&quot;".utf8
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            default: output.append(byte)
            }
        }
    }
}
