import Chapters
import Foundation

/// Compiles the modules of one chain into shared libraries, in a folder of its own.
struct CellCompiler: Sendable {
    let toolchain: Toolchain
    let installation: Installation
    let workFolder: WorkFolder
    /// Where the compiler keeps what it makes of C headers; it outlives the run.
    let moduleCache: String

    /// What a compilation gives.
    enum Outcome: Sendable {
        case compiled(CompiledCell)
        case rejected(Rejection)
    }

    /// What stands for the Prelude and the compiler in a module's name.
    var environment: String {
        let prelude = (try? FileManager.default.attributesOfItem(atPath: installation.prelude)) ?? [:]
        return "\(toolchain.root) \(installation.prelude) \(prelude[.modificationDate] ?? "") \(prelude[.size] ?? "")"
    }

    /// Compiles a cell; it can be loaded once it is linked.
    ///
    /// - Throws: `SessionError` where a tool or the folder fails; a faulty cell is an outcome.
    func compile(_ cell: Cell, as module: CellModule, in chapter: Chapter) throws(SessionError) -> Outcome {
        let folder = try workFolder.makeFolder(module.name)
        try workFolder.write(module.text, to: "\(folder)/main.swift")
        let reader = DiagnosticReader(
            place: CellPlace(cell: cell, chapter: chapter, source: module.source, firstLine: module.firstLine))
        let compilation = try Command(
            program: toolchain.frontend, arguments: frontendArguments(for: module, folder: folder)
        ).run()
        let messages = CompilerMessage.parse(compilation.errors)
        let diagnostics = reader.diagnostics(from: messages)
        guard compilation.status == .exited(0) else {
            let explained = diagnostics.contains { $0.severity == .error }
            return .rejected(
                Rejection(
                    diagnostics: explained ? diagnostics : [unexplained(compilation, cell)],
                    complaints: reader.complaints(from: messages)))
        }
        return .compiled(
            CompiledCell(place: reader.place, module: module, folder: folder, warnings: diagnostics))
    }

    private func frontendArguments(for module: CellModule, folder: String) -> [String] {
        let host = "\(toolchain.root)/lib/swift/host"
        return [
            "-frontend", "-c", "\(folder)/main.swift", "-o", "\(folder)/cell.o",
            "-module-name", module.name,
            "-emit-module", "-emit-module-path", "\(workFolder.modules)/\(module.name).swiftmodule",
            "-enable-testing", "-swift-version", "5", "-enable-upcoming-feature", "BareSlashRegexLiterals",
            // `assert` and the messages of failed checks are the same in optimised cells and in others.
            module.isOptimized ? "-O" : "-Onone", "-assert-config", "Debug", "-gline-tables-only",
            "-I", workFolder.modules, "-module-cache-path", moduleCache,
            "-Xcc", "-fmodule-map-file=\(workFolder.foreignModules)",
            "-plugin-path", "\(host)/plugins",
            "-in-process-plugin-server-path", "\(host)/libSwiftInProcPluginServer.so",
            "-entry-point-function-name", module.entryPoint, "-diagnostic-style", "llvm",
        ]
    }

    /// Links what compiled.
    ///
    /// - Returns: the same outcome.
    func link(_ outcome: Outcome) throws(SessionError) -> Outcome {
        guard case .compiled(let cell) = outcome else { return outcome }
        let object = "\(cell.folder)/cell.o"
        let autolinked = cell.module.importsLibraries ? try autolinkFlags(of: object) : []
        let link = try Command(
            program: toolchain.linker,
            arguments: [
                "-shared", "-o", cell.library, object, toolchain.runtimeObject,
                "-L", toolchain.runtimeLibraries, "-rpath", toolchain.runtimeLibraries,
                "--wrap=swift_errorInMain", "--build-id=none",
            ] + autolinked + ["-lswiftSwiftOnoneSupport", "-lswiftCore"]
        ).run()
        guard link.status == .exited(0) else { throw .cannotLink(message: link.errors) }
        return outcome
    }

    /// The linker flags that the imports of an object ask for.
    private func autolinkFlags(of object: String) throws(SessionError) -> [String] {
        let list = "\(object).autolink"
        _ = try Command(program: toolchain.autolinkExtractor, arguments: [object, "-o", list]).run()
        let flags = (try? String(contentsOfFile: list, encoding: .utf8)) ?? ""
        return flags.split(whereSeparator: \.isWhitespace).map(String.init).filter { !Self.alreadyLoaded.contains($0) }
    }

    /// Parts of the C library, which every session's process has; linking with them would ask for development files.
    private static let alreadyLoaded: Set = ["-lm", "-lpthread", "-lutil", "-ldl", "-lc", "-lrt"]

    /// A compiler that fails without a word, or crashes.
    private func unexplained(_ compilation: Command.Result, _ cell: Cell) -> Diagnostic {
        let words = compilation.errors.split(separator: "\n").first { $0.contains("error:") }
        let message = words.map(String.init) ?? "the compiler stopped (\(compilation.status)) without saying why"
        return Diagnostic(
            severity: .error, message: GeneratedNames.removed(from: message), location: SourceLocation(line: cell.line))
    }
}

/// Why a cell did not compile.
struct Rejection: Sendable {
    var diagnostics: [Diagnostic] = []
    /// The compiler's errors about the cell's text, for those who want to mend it.
    var complaints: [Complaint] = []

    /// An error and its UTF-8 offset in the cell's source.
    struct Complaint: Equatable, Sendable {
        let message: String
        let offset: Int
    }
}

/// A cell that compiled.
struct CompiledCell: Sendable {
    let place: CellPlace
    let module: CellModule
    /// Where its files are.
    let folder: String
    let warnings: [Diagnostic]

    /// The path of the shared library.
    var library: String { "\(folder)/\(module.name).so" }

    /// An upper bound of the addresses that the library takes in memory.
    var size: UInt {
        let attributes = try? FileManager.default.attributesOfItem(atPath: library)
        let pageRounding: UInt = 1 << 16
        return (attributes?[.size] as? UInt ?? 0) + pageRounding
    }
}
