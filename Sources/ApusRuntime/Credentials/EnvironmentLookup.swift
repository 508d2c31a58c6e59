#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// Where environment variables are looked up; tests give their own.
public struct EnvironmentLookup: Sendable {
    private let lookup: @Sendable (String) -> String?

    /// A lookup by a function from name to value.
    public init(_ lookup: @escaping @Sendable (String) -> String?) { self.lookup = lookup }

    /// A lookup in a dictionary.
    public init(_ values: [String: String]) { lookup = { values[$0] } }

    /// The process' own environment.
    public static let process = EnvironmentLookup { name in getenv(name).map { String(cString: $0) } }

    /// The variable's value; an empty one counts as missing.
    func callAsFunction(_ name: String?) -> String? {
        guard let name, let value = lookup(name), !value.isEmpty else { return nil }
        return value
    }
}
