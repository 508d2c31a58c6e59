// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "ChatRelay",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "apus", path: "../.."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .executableTarget(
            name: "ChatRelay",
            dependencies: [
                .product(name: "OpenRouter", package: "apus"),
                // For --demo and the tests alone: a server of your own needs neither.
                .product(name: "OpenRouterExamples", package: "apus"), .product(name: "ApusTesting", package: "apus"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            // The page is part of the executable: nothing to find at run time.
            resources: [
                .embedInCode("Page/index.html"), .embedInCode("Page/chat.css"), .embedInCode("Page/chat.js"),
            ]),
        .testTarget(
            name: "ChatRelayTests",
            dependencies: [
                "ChatRelay", .product(name: "AsyncHTTPClient", package: "async-http-client"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
