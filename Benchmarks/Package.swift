// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "apus", path: ".."),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: [
        // libyaml's events, counted and thrown away: what reading YAML costs at the least.
        .target(name: "CEventLoop", linkerSettings: [.linkedLibrary("yaml")]),
        // The same as a process, to time the whole command beside it.
        .executableTarget(name: "EventLoop", dependencies: ["CEventLoop"]),
        // What the SDK adds to a program's size, and what calls by hand add.
        .executableTarget(name: "SizeBare"),
        .executableTarget(
            name: "SizeHTTP", dependencies: [.product(name: "AsyncHTTPClient", package: "async-http-client")]),
        .executableTarget(name: "SizeOpenRouter", dependencies: [.product(name: "OpenRouter", package: "apus")]),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "CEventLoop", "EventLoop", "SizeBare", "SizeHTTP", "SizeOpenRouter",
                .product(name: "ApusGenerator", package: "apus"), .product(name: "ApusJSON", package: "apus"),
                .product(name: "OpenRouter", package: "apus"), .product(name: "OpenRouterExamples", package: "apus"),
                .product(name: "ApusTesting", package: "apus"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
