// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "OpenRouterCLI",
    platforms: [.macOS(.v13)],
    products: [.executable(name: "openrouter", targets: ["openrouter-tool"])],
    dependencies: [
        .package(name: "apus", path: "../.."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .target(
            name: "OpenRouterCLI",
            dependencies: [
                .product(name: "OpenRouter", package: "apus"), .product(name: "OpenRouterExamples", package: "apus"),
                .product(name: "ApusTesting", package: "apus"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),
        .executableTarget(
            name: "openrouter-tool", dependencies: ["OpenRouterCLI"], path: "Sources/openrouter", swiftSettings: strict),
        .testTarget(
            name: "OpenRouterCLITests", dependencies: ["OpenRouterCLI"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
