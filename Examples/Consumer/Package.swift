// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "Consumer",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "apus", path: "../..")],
    targets: [
        .executableTarget(name: "Consumer", dependencies: [.product(name: "OpenRouter", package: "apus")])
    ],
    swiftLanguageModes: [.v6]
)
