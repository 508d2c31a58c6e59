// swift-tools-version: 6.1
import Foundation
import PackageDescription

/// libyaml is needed only by the generator. On Linux its header and library lie where the compiler looks anyway; on
/// macOS Homebrew's folder is found through pkg-config. It is named only where its file exists, because SwiftPM warns
/// every user of the package, SDK users included, about a pkg-config file that it cannot find.
let libyamlPkgConfig = ["/opt/homebrew", "/usr/local"].first {
    FileManager.default.fileExists(atPath: "\($0)/lib/pkgconfig/yaml-0.1.pc")
}.map { _ in "yaml-0.1" }

/// `make fuzz` alone sets it: our own targets then count their edges and watch their memory.
let isFuzzing = Context.environment["APUS_FUZZ"] != nil
let sanitizers = ["-sanitize=fuzzer,address"]

/// `make sanitize` alone sets it, to the names of the tests that it builds: what they do not need stays unbuilt.
let sanitized = Context.environment["APUS_SANITIZE"]?.split(separator: " ").map { String($0) }

let strict: [SwiftSetting] =
    [.enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility")]
    + (isFuzzing ? [.unsafeFlags(sanitizers + ["-enable-testing"])] : [])
    + (sanitized == nil ? [] : [.define("APUS_SANITIZE")])

let applePlatforms: [Platform] = [.macOS, .iOS, .tvOS, .watchOS, .visionOS]

let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

/// The generator: needs libyaml, runs on the developer's machine.
let generator: [Target] = [
    .systemLibrary(
        name: "CLibYAML", pkgConfig: libyamlPkgConfig, providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(name: "CAllocator"),
    .target(name: "ApusParallel", swiftSettings: strict),
    .target(name: "ApusDiagnostics", swiftSettings: strict),
    .target(name: "ApusYAML", dependencies: ["ApusDiagnostics", "CLibYAML"], swiftSettings: strict),
    .target(name: "ApusJSONPath", dependencies: ["ApusDiagnostics", "ApusYAML"], swiftSettings: strict),
    .target(
        name: "ApusOpenAPI", dependencies: ["ApusDiagnostics", "ApusParallel", "ApusYAML", "ApusJSONPath"],
        swiftSettings: strict),
    .target(name: "ApusIR", dependencies: ["ApusDiagnostics"], swiftSettings: strict),
    .target(
        name: "ApusLowering", dependencies: ["ApusDiagnostics", "ApusIR", "ApusOpenAPI", "ApusYAML"],
        swiftSettings: strict),
    .target(name: "ApusSwift", dependencies: ["ApusDiagnostics", "ApusIR", "ApusParallel"], swiftSettings: strict),
    .target(name: "ApusTemplates", dependencies: ["ApusDiagnostics"], swiftSettings: strict),
    .target(
        name: "ApusRendering", dependencies: ["ApusDiagnostics", "ApusParallel", "ApusSwift", "ApusTemplates"],
        swiftSettings: strict),
    .target(
        name: "ApusGenerator",
        dependencies: [
            "ApusDiagnostics", "ApusYAML", "ApusOpenAPI", "ApusIR", "ApusLowering", "ApusParallel", "ApusSwift",
            "ApusTemplates", "ApusRendering",
        ], swiftSettings: strict),
    .executableTarget(
        name: "apus",
        dependencies: [
            "ApusLowering", "CAllocator",
            "ApusDiagnostics", "ApusGenerator", "ApusOpenAPI", "ApusParallel", "ApusRendering", "ApusSwift",
            "ApusTemplates", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ], swiftSettings: strict),
    // `make update-spec`: our document of OpenRouter's API from the published one.
    .target(
        name: "SpecUpdate",
        dependencies: ["ApusDiagnostics", "ApusYAML", "ApusJSONPath", "ApusOpenAPI", "ApusSwift"],
        swiftSettings: strict),
    .executableTarget(
        name: "update-spec",
        dependencies: [
            "SpecUpdate", "ApusDiagnostics", "ApusGenerator", "ApusSwift",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ], swiftSettings: strict),
]

/// The SDK side: what a user's app builds. No libyaml, no generator.
let sdk: [Target] = [
    .target(name: "ApusJSON", swiftSettings: strict),
    .target(name: "ApusRuntime", dependencies: ["ApusJSON", httpTypes, logging], swiftSettings: strict),
    .target(
        name: "ApusAsyncHTTPClient",
        dependencies: [
            "ApusRuntime", httpTypes, .product(name: "AsyncHTTPClient", package: "async-http-client"),
            .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
            .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
            .product(name: "NIOHTTP2", package: "swift-nio-http2"), .product(name: "NIOSSL", package: "swift-nio-ssl"),
        ], swiftSettings: strict),
    .target(name: "ApusURLSession", dependencies: ["ApusRuntime", httpTypes], swiftSettings: strict),
    .target(
        name: "ApusDefaultTransport",
        dependencies: [
            "ApusRuntime",
            .target(name: "ApusAsyncHTTPClient", condition: .when(platforms: [.linux])),
            .target(name: "ApusURLSession", condition: .when(platforms: applePlatforms)),
        ], swiftSettings: strict),
    .target(
        name: "ApusTesting",
        dependencies: [
            "ApusRuntime", "ApusJSON", httpTypes,
            .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
        ], swiftSettings: strict),
    .target(
        name: "OpenRouter", dependencies: ["ApusRuntime", "ApusJSON", "ApusDefaultTransport"],
        path: "Generated/OpenRouter",
        swiftSettings: strict),
    // Written by hand, on the generated names alone.
    .target(name: "OpenRouterKit", dependencies: ["OpenRouter"], swiftSettings: strict),
    .target(
        name: "OpenRouterExamples", dependencies: ["ApusTesting"], path: "Generated/OpenRouterExamples",
        swiftSettings: strict),
    .executableTarget(
        name: "ParityCalls", dependencies: ["OpenRouter", "OpenRouterKit", "OpenRouterExamples", "ApusJSON"],
        path: "Tests/ParityCalls", exclude: ["Answers", "Calls"], swiftSettings: strict),
    .executableTarget(
        name: "GenerationDemo", dependencies: ["OpenRouter", "OpenRouterExamples", "ApusTesting"],
        swiftSettings: strict),
]

/// Everything that reads input from outside, behind one function each.
let fuzzEntries = Target.target(
    name: "FuzzEntries",
    dependencies: [
        "ApusDiagnostics", "ApusYAML", "ApusGenerator", "ApusRendering", "ApusSwift", "ApusTemplates", "ApusJSON",
        "ApusRuntime", httpTypes, .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
    ], path: "Fuzzing/Entries", swiftSettings: strict)

/// `make fuzz` alone builds these, in place of the tests.
let fuzzing: [Target] = [
    fuzzEntries,
    .executableTarget(
        name: "Fuzz", dependencies: ["FuzzEntries"], path: "Fuzzing/Fuzz",
        swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])],
        linkerSettings: [.unsafeFlags(sanitizers + ["-use-ld=lld"])]),
]

/// `make simulate`: a fleet of clients against the runtime's own decision function.
let simulation: [Target] = [
    .executableTarget(
        name: "RetrySimulation", dependencies: ["ApusRuntime"], path: "Simulation", swiftSettings: strict)
]

let tests: [Target] = [
    fuzzEntries,
    .testTarget(name: "FuzzReplayTests", dependencies: ["FuzzEntries"], swiftSettings: strict),
    .target(name: "CompileSupport", path: "Tests/CompileSupport", swiftSettings: strict),
    .target(name: "CommandLineSupport", path: "Tests/CommandLineSupport", swiftSettings: strict),
    .target(
        name: "RoundTripDriver",
        dependencies: ["ApusRuntime", "ApusJSON", "ApusDefaultTransport", httpTypes, logging],
        path: "Tests/RoundTripDriver", swiftSettings: strict),
    .executableTarget(
        name: "RuntimeProgram", dependencies: ["ApusRuntime", "ApusJSON", "ApusDefaultTransport", httpTypes, logging],
        path: "Tests/RuntimeProgram", swiftSettings: strict),
    .target(name: "CanaryStart", path: "Tests/CanaryStart"),
    .target(
        name: "CanarySupport", dependencies: ["CanaryStart", "ApusRuntime", logging], path: "Tests/CanarySupport",
        swiftSettings: strict),
    .target(name: "WireSupport", dependencies: ["ApusJSON"], path: "Tests/WireSupport", swiftSettings: strict),
    .testTarget(name: "ApusParallelTests", dependencies: ["ApusParallel"], swiftSettings: strict),
    .testTarget(name: "ApusDiagnosticsTests", dependencies: ["ApusDiagnostics"], swiftSettings: strict),
    .testTarget(name: "ApusYAMLTests", dependencies: ["ApusYAML", "ApusDiagnostics"], swiftSettings: strict),
    .testTarget(
        name: "ApusJSONPathTests", dependencies: ["ApusJSONPath", "ApusYAML", "ApusDiagnostics"],
        swiftSettings: strict),
    .testTarget(
        name: "ApusOpenAPITests", dependencies: ["ApusOpenAPI", "ApusYAML", "ApusDiagnostics"], swiftSettings: strict),
    .testTarget(
        name: "ApusLoweringTests",
        dependencies: ["ApusLowering", "ApusOpenAPI", "ApusYAML", "ApusIR", "ApusDiagnostics"], swiftSettings: strict),
    .testTarget(
        name: "ApusSwiftTests", dependencies: ["ApusSwift", "ApusIR", "ApusDiagnostics"], swiftSettings: strict),
    .testTarget(
        name: "ApusTemplatesTests", dependencies: ["ApusTemplates", "ApusYAML", "ApusDiagnostics"],
        swiftSettings: strict),
    .testTarget(
        name: "ApusRenderingTests",
        dependencies: ["ApusRendering", "ApusGenerator", "ApusSwift", "ApusTemplates", "ApusIR", "ApusDiagnostics"],
        swiftSettings: strict),
    .testTarget(
        name: "ApusGeneratorTests",
        dependencies: [
            "ApusGenerator", "ApusDiagnostics", "ApusSwift", "ApusRendering", "ApusTemplates",
        ], exclude: ["WrongDocuments"], swiftSettings: strict),
    .testTarget(
        name: "ReadmeTests",
        dependencies: [
            "CompileSupport", "ApusGenerator", "ApusLowering", "ApusRendering", "ApusDiagnostics", "ApusSwift",
            "ApusYAML", "OpenRouter", "OpenRouterKit",
            "OpenRouterExamples", "ApusTesting", "CanarySupport",
            .product(name: "AsyncHTTPClient", package: "async-http-client"),
            .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"), logging,
        ], swiftSettings: strict),
    .testTarget(name: "CommandLineTests", dependencies: ["apus", "CommandLineSupport"], swiftSettings: strict),
    .testTarget(
        name: "HostileTests",
        dependencies: [
            "apus", "CommandLineSupport", "CompileSupport", "ApusGenerator", "ApusOpenAPI", "ApusLowering",
            "ApusRendering", "ApusDiagnostics", "ApusSwift", "ApusTemplates", "ApusYAML", "ApusDefaultTransport",
            .product(name: "SwiftParser", package: "swift-syntax"),
            .product(name: "SwiftSyntax", package: "swift-syntax"),
        ], swiftSettings: strict),
    .testTarget(
        name: "GoldenTests",
        dependencies: [
            "CompileSupport", "ApusGenerator", "ApusLowering", "ApusOpenAPI", "ApusRendering", "ApusDiagnostics",
            "ApusSwift", "ApusDefaultTransport", .product(name: "SwiftParser", package: "swift-syntax"),
            .product(name: "SwiftSyntax", package: "swift-syntax"),
        ], exclude: ["Cases"], swiftSettings: strict),
    // The client of one broad golden case, as it is recorded, and tests that call it.
    .target(
        name: "Golden", dependencies: ["ApusRuntime", "ApusJSON", "ApusDefaultTransport", httpTypes],
        path: "Tests/GoldenTests/Cases/client/expected/Golden", swiftSettings: strict),
    .testTarget(
        name: "GoldenClientTests",
        dependencies: [
            "CanarySupport", "Golden", "ApusTesting", "ApusRuntime", "ApusJSON", "ApusDefaultTransport", "ApusYAML",
            "ApusDiagnostics",
        ], swiftSettings: strict),
    .testTarget(
        name: "SpecUpdateTests",
        dependencies: [
            "SpecUpdate", "ApusDiagnostics", "ApusGenerator", "ApusSwift", "ApusYAML",
        ], swiftSettings: strict),
    .testTarget(
        name: "EveryOperationTests",
        dependencies: [
            "CanarySupport", "OpenRouter", "OpenRouterExamples", "ApusTesting", "ApusRuntime", "ApusJSON", "ApusYAML",
            "ApusDiagnostics",
            "ApusGenerator", "ApusIR", "ApusSwift", httpTypes,
        ], swiftSettings: strict),
    .testTarget(
        name: "RoundTripTests",
        dependencies: [
            "CanarySupport", "OpenRouter", "OpenRouterExamples", "ApusTesting", "ApusRuntime", "ApusJSON",
            "ApusAsyncHTTPClient", "ApusURLSession", httpTypes,
        ], swiftSettings: strict),
    .testTarget(
        name: "OpenRouterKitTests",
        dependencies: [
            "CanarySupport", "OpenRouterKit", "OpenRouter", "OpenRouterExamples", "ApusTesting", "ApusRuntime",
            "ApusJSON",
        ],
        swiftSettings: strict),
    .testTarget(name: "ApusJSONTests", dependencies: ["ApusJSON"], swiftSettings: strict),
    .testTarget(
        name: "ApusRuntimeTests",
        dependencies: ["CanarySupport", "WireSupport", "ApusRuntime", "ApusJSON", httpTypes, logging],
        exclude: ["Vectors"], swiftSettings: strict),
    .testTarget(
        name: "TransportTests",
        dependencies: [
            "CanarySupport", "ApusRuntime", "ApusJSON", "ApusAsyncHTTPClient", "ApusURLSession", "ApusDefaultTransport",
            "ApusTesting", httpTypes, .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"), logging,
            .product(name: "AsyncHTTPClient", package: "async-http-client"),
        ], swiftSettings: strict),
]

/// `make conformance` alone builds these, in place of the tests: their module is generated on the fly from a document beside
/// the repository.
let conformance: [Target] = [
    .target(
        name: "Gentests", dependencies: ["ApusRuntime", "ApusJSON", "ApusDefaultTransport", httpTypes],
        path: "Conformance/Generated/Gentests", swiftSettings: strict),
    .testTarget(
        name: "ConformanceTests", dependencies: ["Gentests", "ApusRuntime", "ApusJSON", httpTypes], path: "Conformance",
        exclude: ["Generated/Gentests", "Service", "known-outcomes.tsv"], sources: ["Tests", "Generated/Sweep.swift"],
        swiftSettings: strict),
]
let isConformance = Context.environment["APUS_CONFORMANCE"] != nil

/// What is built beside the products.
let others: [Target] =
    if isConformance { conformance } else if isFuzzing { fuzzing } else if let sanitized {
        tests.filter { $0.type != .test || sanitized.contains($0.name) }
    } else { tests }

let package = Package(
    name: "apus",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
        .executable(name: "apus", targets: ["apus"]),
        .library(
            name: "ApusGenerator",
            targets: ["ApusGenerator", "ApusRendering", "ApusSwift", "ApusTemplates", "ApusDiagnostics"]),
        .library(name: "OpenRouter", targets: ["OpenRouter", "OpenRouterKit"]),
        .library(name: "OpenRouterExamples", targets: ["OpenRouterExamples"]),
        .library(name: "ApusRuntime", targets: ["ApusRuntime"]),
        .library(name: "ApusJSON", targets: ["ApusJSON"]),
        .library(name: "ApusDefaultTransport", targets: ["ApusDefaultTransport"]),
        .library(name: "ApusAsyncHTTPClient", targets: ["ApusAsyncHTTPClient"]),
        .library(name: "ApusURLSession", targets: ["ApusURLSession"]),
        .library(name: "ApusTesting", targets: ["ApusTesting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-http2", from: "1.46.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
    ],
    targets: generator + sdk + simulation + others,
    swiftLanguageModes: [.v6]
)
