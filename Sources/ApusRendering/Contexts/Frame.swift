import ApusSwift
import ApusTemplates

/// What every template needs of the module.
struct Frame {
    let access: String
    /// The examples are a module of their own: nobody else in the package could use what is internal to it.
    let examplesAccess: String
    let isPublic: Bool
    let importKeyword: String
    let client: String
    let error: String
    let string: String
    let byte: String

    init(_ module: SwiftModule) {
        access = module.access.rawValue
        examplesAccess = (module.access == .internal ? AccessLevel.package : module.access).rawValue
        isPublic = module.access == .public
        // `internal` is what an import without a word means in most modules; it is said, since a setting can change it.
        importKeyword = module.access.rawValue + " import"
        client = module.client.name
        error = module.error.name
        string = module.standard.string
        byte = module.standard.byte
    }
}

extension TemplateValue {
    /// Documentation lines as they follow `///`: a blank line has no space behind it.
    static func documentation(_ lines: [String]) -> TemplateValue {
        .init(lines.map { $0.isEmpty ? "" : " " + $0 })
    }

    /// What stands behind every item of a collection literal with one item a line: the formatter wants a comma behind
    /// the last one too, save where there is only one.
    static func trailingComma(of count: Int) -> TemplateValue { .text(count > 1 ? "," : "") }

    /// Texts, each with the comma that stands behind it in a collection literal.
    static func items(_ texts: [String]) -> TemplateValue {
        .init(texts.map { ["text": .text($0), "comma": .trailingComma(of: texts.count)] as TemplateObject })
    }

    /// What stands behind an item of a list whose last item has nothing behind it.
    static func comma(after index: Int, of count: Int) -> TemplateValue {
        .text(index + 1 == count ? "" : ",")
    }
}
