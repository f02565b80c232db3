// swift-tools-version: 6.1
import Foundation
import PackageDescription

// The toolchain carries SwiftSyntax prebuilt beside its compiler. Linking that copy takes seconds where building the
// package takes minutes, and it is the parser of exactly the compiler that will compile the cells.
let toolchainSyntax = ToolchainSyntax.find()

let package = Package(
    name: "nbrun",
    products: [
        .executable(name: "nbrun", targets: ["nbrun"]),
        .executable(name: "nbrun-host", targets: ["SessionHost"]),
        .library(name: "Prelude", type: .dynamic, targets: ["Prelude"]),
        // What tests preload into a program, to let its calls on files go wrong.
        .library(name: "Faults", type: .dynamic, targets: ["Faults"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ] + toolchainSyntax.packages,
    targets: [
        // C libraries, each seen by the targets that wrap it.
        .systemLibrary(name: "Ccmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "COneDNN", providers: [.apt(["libdnnl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CXXHash", providers: [.apt(["libxxhash-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),

        // What both sides use.
        .target(name: "JSONCoding"),
        .target(name: "OutputFiles"),

        // The author's side: what a cell can use.
        .target(name: "Display"),
        .target(
            name: "CKernels", cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off", "-fno-math-errno"])],
            linkerSettings: [.linkedLibrary("gomp")]),
        .target(name: "Tensors", dependencies: ["Display", "COneDNN", "CKernels"]),
        .target(
            name: "NeuralNetworks",
            dependencies: ["Display", "Tensors", "COneDNN", "CKernels", "CXXHash", "JSONCoding", "OutputFiles"],
            exclude: ["README.md"]),
        .target(name: "Datasets", dependencies: ["Tensors", "COpenSSL", "CZlib"]),
        .target(name: "Plots", dependencies: ["Display", "Tensors", "OutputFiles", "CPNG"]),
        .target(name: "Prelude", dependencies: ["Display", "Tensors", "NeuralNetworks", "Datasets", "Plots"]),

        // The runner's side: chapters in, reports out.
        .target(
            name: "Chapters",
            dependencies: ["Ccmark", "Display", "JSONCoding", .product(name: "Yams", package: "Yams")]
                + toolchainSyntax.products,
            swiftSettings: toolchainSyntax.swiftSettings,
            linkerSettings: toolchainSyntax.linkerSettings),
        .target(
            name: "Sessions", dependencies: ["Chapters", "Display", "OutputFiles", "CXXHash"],
            swiftSettings: toolchainSyntax.swiftSettings),
        .target(
            name: "Reports",
            dependencies: ["Chapters", "Display", "JSONCoding"],
            resources: [.embedInCode("Page")],
            swiftSettings: toolchainSyntax.swiftSettings),
        .executableTarget(
            name: "SessionHost", cSettings: [.define("_GNU_SOURCE")]),
        .executableTarget(
            name: "nbrun",
            dependencies: [
                "Chapters", "Display", "Sessions", "Reports", "OutputFiles",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: toolchainSyntax.swiftSettings),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "NeuralNetworks", "Datasets", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Peers"]),

        // A real browser, for tests of what readers see.
        .target(name: "Browsing", path: "Tests/Browsing"),
        // Inputs that are nearly right, for tests of parsers.
        .target(name: "Fuzzing", path: "Tests/Fuzzing"),
        // Calls that fail, or never return, for tests of what is written.
        .target(name: "Faults", path: "Tests/Faults", cSettings: [.define("_GNU_SOURCE")]),
        .testTarget(name: "JSONCodingTests", dependencies: ["JSONCoding", "Fuzzing"]),
        .testTarget(name: "OutputFilesTests", dependencies: ["OutputFiles"]),
        .testTarget(name: "DisplayTests", dependencies: ["Display", "Fuzzing"]),
        .testTarget(name: "TensorsTests", dependencies: ["Tensors"], exclude: ["Fixtures"]),
        .testTarget(
            name: "NeuralNetworksTests",
            dependencies: ["NeuralNetworks", "Datasets", "Tensors", "Display", "JSONCoding", "Fuzzing"],
            exclude: ["Fixtures"]),
        .testTarget(name: "DatasetsTests", dependencies: ["Datasets", "Tensors", "CZlib", "Fuzzing"]),
        .testTarget(name: "PreludeTests", dependencies: ["Prelude"]),
        .testTarget(name: "PlotsTests", dependencies: ["Plots", "CPNG"], exclude: ["Golden"]),
        .testTarget(
            name: "ChaptersTests", dependencies: ["Chapters", "JSONCoding", "Fuzzing"],
            swiftSettings: toolchainSyntax.swiftSettings),
        .testTarget(
            name: "SessionsTests", dependencies: ["Sessions", "OutputFiles", "Fuzzing"], exclude: ["Fixtures"],
            swiftSettings: toolchainSyntax.swiftSettings),
        .testTarget(
            name: "ReportsTests", dependencies: ["Reports", "JSONCoding", "Browsing"], exclude: ["Golden"],
            swiftSettings: toolchainSyntax.swiftSettings),
        .testTarget(
            name: "nbrunTests", dependencies: ["nbrun", "Chapters", "Sessions", "Browsing", "Fuzzing"],
            swiftSettings: toolchainSyntax.swiftSettings),
    ],
    swiftLanguageModes: [.v6]
)

/// Where SwiftSyntax comes from: the toolchain's own folder, or the package of the same version.
struct ToolchainSyntax {
    var packages: [Package.Dependency] = []
    var products: [Target.Dependency] = []
    var swiftSettings: [SwiftSetting] = []
    var linkerSettings: [LinkerSetting] = []

    static let modules = ["SwiftSyntax", "SwiftParser", "SwiftIDEUtils"]

    static func find() -> ToolchainSyntax {
        let searchPath = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let folders = searchPath.map { URL(fileURLWithPath: "\($0)/swiftc") }
            .filter { FileManager.default.isExecutableFile(atPath: $0.path) }
            .map { $0.resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent().path }
            .map { "\($0)/lib/swift/host" }
        guard
            let folder = folders.first(where: {
                FileManager.default.fileExists(atPath: "\($0)/SwiftParser.swiftmodule")
            })
        else { return fromPackage() }
        return ToolchainSyntax(
            swiftSettings: [.unsafeFlags(["-I", folder])],
            linkerSettings: [
                .unsafeFlags(
                    ["-L", folder, "-Xlinker", "-rpath", "-Xlinker", folder] + modules.map { "-l\($0)" })
            ])
    }

    static func fromPackage() -> ToolchainSyntax {
        ToolchainSyntax(
            packages: [.package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1")],
            products: modules.map { .product(name: $0, package: "swift-syntax") })
    }
}
