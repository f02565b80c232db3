import Foundation

/// The Swift toolchain that compiles cells: the one that nbrun itself was built with.
///
/// Modules of one compiler cannot be read by another, and nbrun is linked against the toolchain's own libraries; so the
/// library that this process has loaded tells where the compiler is.
public struct Toolchain: Equatable, Sendable {
    /// The folder that holds `bin` and `lib`.
    public let root: String

    /// - Throws: `SessionError.noToolchain` where no compiler or linker stands beside the runtime library.
    public static func find() throws(SessionError) -> Toolchain {
        // A file under /proc has no size to read it by; a handle reads until the end.
        let handle = FileHandle(forReadingAtPath: "/proc/self/maps")
        let maps = String(decoding: handle?.readDataToEndOfFile() ?? Data(), as: UTF8.self)
        let suffix = "/lib/swift/linux/libswiftCore.so"
        let library = maps.split(separator: "\n").lazy
            .compactMap { $0.split(separator: " ", omittingEmptySubsequences: true).last }
            .first { $0.hasSuffix(suffix) }
        guard let library else { throw .noToolchain(missing: "…\(suffix)") }
        let toolchain = Toolchain(root: String(library.dropLast(suffix.count)))
        for program in [toolchain.frontend, toolchain.linker, toolchain.autolinkExtractor] {
            guard FileManager.default.isExecutableFile(atPath: program) else { throw .noToolchain(missing: program) }
        }
        return toolchain
    }

    /// - Parameter messages: what the compiler said.
    /// - Throws: `SessionError.otherCompiler` where it says that it cannot read nbrun's modules.
    func requireSameCompiler(_ messages: String) throws(SessionError) {
        let complaints =
            /compiled module was created by [a-z]+ [a-z]+ version of the compiler|module compiled with Swift/
        if messages.contains(complaints) { throw .otherCompiler(root: root, version: version) }
    }

    /// What tells this compiler from another one: where it is, and the size and time of its program.
    var identity: String {
        let program = URL(fileURLWithPath: frontend).resolvingSymlinksInPath().path
        let attributes = (try? FileManager.default.attributesOfItem(atPath: program)) ?? [:]
        let date = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(root) \(attributes[.size] as? Int ?? 0) \(date)"
    }

    /// What the compiler calls itself, such as `Swift version 6.3.1`.
    public var version: String {
        let said = try? Command(program: frontend, arguments: ["--version"]).run()
        let text = (said?.output ?? "") + (said?.errors ?? "")
        let version = text.firstMatch(of: /Swift version [^ ]+/)
        return version.map { String($0.output) } ?? "a compiler that does not tell its version"
    }

    var frontend: String { "\(root)/bin/swift-frontend" }
    var linker: String { "\(root)/bin/ld.lld" }
    var autolinkExtractor: String { "\(root)/bin/swift-autolink-extract" }
    var symbolizer: String { "\(root)/bin/llvm-symbolizer" }
    /// Only asked for a line that could not be told without it.
    var disassembler: String { "\(root)/bin/llvm-objdump" }
    var runtimeLibraries: String { "\(root)/lib/swift/linux" }
    var runtimeObject: String { "\(runtimeLibraries)/\(Self.architecture)/swiftrt.o" }

    private static var architecture: String {
        #if arch(arm64)
            "aarch64"
        #else
            "x86_64"
        #endif
    }
}
