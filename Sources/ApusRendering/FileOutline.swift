import ApusSwift
import ApusTemplates

/// A file of the module before its context is made.
struct FileOutline: Sendable {
    /// Below the output folder.
    let path: String
    let template: String
    /// About the work that it is, compared with other files.
    let size: Int
    /// Makes what the template's names stand for.
    let context: @Sendable () -> TemplateObject

    /// The file with its context.
    var planned: PlannedFile { PlannedFile(path: path, template: template, context: context()) }

    /// A module's files in their order.
    static func outlines(of module: SwiftModule) -> [FileOutline] {
        let frame = Frame(module)
        var paths = FilePaths()
        var files: [FileOutline] = []
        func add(_ path: String, _ template: String, size: Int, _ context: @escaping @Sendable () -> TemplateObject) {
            files.append(FileOutline(path: paths.unique(path), template: template, size: size, context: context))
        }
        add("\(module.name)/\(module.client.name)", "Client.swift", size: module.operations.count) {
            ClientContext(module.client, frame).template
        }
        add("\(module.name)/\(module.error.name)", "Errors.swift", size: module.error.cases.count) {
            ErrorsContext(module.error, frame).template
        }
        for file in module.operations {
            let size = 4 * file.operations.count + file.types.count
            add("\(module.name)/Operations/\(file.fileName)Operations", "Operations.swift", size: size) {
                OperationsContext(file, frame).template
            }
        }
        for file in module.models {
            add("\(module.name)/Models/\(file.fileName)Models", "Models.swift", size: file.types.count) {
                ModelsContext(file, frame).template
            }
        }
        if let headers = module.headers {
            add("\(module.name)/ResponseHeaders", "Headers.swift", size: headers.sets.count) {
                HeadersContext(headers, frame).template
            }
        }
        if let webhooks = module.webhooks {
            add("\(module.name)/\(webhooks.name)", "Webhooks.swift", size: webhooks.types.count) {
                WebhooksContext(webhooks, frame).template
            }
        }
        if let examples = module.examples {
            add("\(examples.name)/\(examples.name)", "Examples.swift", size: examples.operations.count) {
                ExamplesContext(examples, frame).template
            }
        }
        return files
    }
}

/// Paths that differ also where case does not count, and in their last part, as the compiler demands of a module.
private struct FilePaths {
    private var taken: Set<String> = []
    /// The next number to try behind a name, as many names may differ in case alone.
    private var next: [String: Int] = [:]

    mutating func unique(_ path: String) -> String {
        if taken.insert(key(path)).inserted { return path + ".swift" }
        var number = next[key(path), default: 2]
        while !taken.insert(key(path + String(number))).inserted { number += 1 }
        next[key(path)] = number + 1
        return path + String(number) + ".swift"
    }

    private func key(_ path: String) -> String { path.split(separator: "/").last.map { $0.lowercased() } ?? path }
}
