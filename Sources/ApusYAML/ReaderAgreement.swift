package import ApusDiagnostics

extension YAMLReader {
    /// Whether `BlockReader` sees in a text what libyaml sees, every place included; `nil` for a text that it leaves to libyaml.
    ///
    /// For tests and for fuzzing: two readers of one language must not differ.
    package static func readersAgree(on file: SourceFile, limits: YAMLLimits = .init()) -> Bool? {
        guard let text = try? TextCheck.check(file, limits), let tree = BlockReader.read(text, limits) else {
            return nil
        }
        let other = readAnyYAML(text, limits)
        return other.value == tree && other.diagnostics.isEmpty
    }
}
