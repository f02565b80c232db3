import Chapters
import Foundation

/// Compiles the modules of one chain into shared libraries, in a folder of its own.
struct CellCompiler: Sendable {
    let toolchain: Toolchain
    let installation: Installation
    let workFolder: WorkFolder
    /// Compiled cells of earlier runs; nil where none is to be trusted.
    let cache: CellCache?
    /// Where the compiler keeps what it makes of C headers; it outlives the run where something can.
    private let moduleCache: String
    let environment: CompilationEnvironment
    private let frontend: ReadyFrontend

    init(toolchain: Toolchain, installation: Installation, workFolder: WorkFolder, cache: CellCache?) {
        self.toolchain = toolchain
        self.installation = installation
        self.workFolder = workFolder
        self.cache = cache
        moduleCache = CacheFolder.problem == nil ? CacheFolder.modules : workFolder.headers
        frontend = ReadyFrontend(program: toolchain.frontend, temporaryFolder: workFolder.path)
        environment = CompilationEnvironment(toolchain, installation, options: Self.options + Self.linkOptions)
    }

    /// What a compilation gives.
    enum Outcome: Sendable {
        case compiled(CompiledCell)
        case rejected(Rejection)
    }

    /// Compiles a cell until the next one can be compiled on it, or finds it in the cache; `link` does the rest.
    ///
    /// - Throws: `SessionError` where a tool or the folder fails; a faulty cell is an outcome.
    func compile(_ cell: Cell, as module: CellModule, in chapter: Chapter) throws(SessionError) -> Outcome {
        let folder = try workFolder.makeFolder(module.name)
        let reader = DiagnosticReader(
            place: CellPlace(
                cell: cell, chapter: chapter, source: module.source, firstLine: module.firstLine,
                fileName: module.fileName, included: module.included, holdsCell: module.holdsCell),
            of: module)
        if let entry = cache?.entry(named: module.name), let outcome = restore(entry, module, folder, reader) {
            return outcome
        }
        try workFolder.write(module.text, to: "\(folder)/main.swift")
        switch try start(module, in: folder) {
        case .accepted(let compilation):
            return .compiled(
                CompiledCell(
                    place: reader.place, module: module, folder: folder, origin: .compiler, compilation: compilation))
        case .refused(let result):
            return .rejected(try rejection(of: module, after: result, reader))
        }
    }

    /// What the compiler makes of a module at first.
    private enum Verdict {
        /// The next module can be compiled on it; the machine's code is being made.
        case accepted(RunningCommand)
        case refused(Command.Result)
    }

    /// Starts the compiler; where it complains of what is kept between runs, such as on a full disk, without that.
    private func start(_ module: CellModule, in folder: String) throws(SessionError) -> Verdict {
        let verdict = try start(module, in: folder, moduleCache: moduleCache)
        guard case .refused(let result) = verdict, result.errors.contains(moduleCache) else { return verdict }
        return try start(module, in: folder, moduleCache: workFolder.headers)
    }

    private func start(
        _ module: CellModule, in folder: String, moduleCache: String
    ) throws(SessionError) -> Verdict {
        let arguments = frontendArguments(for: module, folder: folder, moduleCache: moduleCache)
        let compilation = try frontend.start(arguments)
        // The compiler writes the interface when it has found no fault, and makes the machine's code after it.
        let interface = interface(of: module)
        let isThere = compilation.reads(until: { access(interface, F_OK) == 0 })
        if isThere, !EarlierConformances.isTold(in: compilation.errorsSoFar) { return .accepted(compilation) }
        return .refused(frontend.finish(compilation))
    }

    /// Ends the compilations that are under way.
    func abandon() {
        frontend.abandonRunning()
    }

    /// Brings a kept compilation into the work folder; nil if it has just been removed by another run.
    private func restore(
        _ entry: CellCache.Entry, _ module: CellModule, _ folder: String, _ reader: DiagnosticReader
    ) -> Outcome? {
        guard let files = entry.files, !EarlierConformances.isTold(in: entry.messages) else {
            return .rejected(Rejection(entry.messages, reader, from: .cache))
        }
        let cell = CompiledCell(
            place: reader.place, module: module, folder: folder, origin: .cache, messages: entry.messages)
        do {
            try FileManager.default.linkOrCopy(files.library, replacing: cell.library)
            try FileManager.default.linkOrCopy(files.module, replacing: interface(of: module))
            return .compiled(cell)
        } catch {
            return nil
        }
    }

    /// The file that the compiler reads when a later cell imports this one.
    private func interface(of module: CellModule) -> String { "\(workFolder.modules)/\(module.name).swiftmodule" }

    /// What all cells are compiled with.
    static let options = [
        "-enable-testing", "-package-name", "chapter", "-swift-version", "5", "-enable-upcoming-feature",
        "BareSlashRegexLiterals",
        // `assert` and the messages of failed checks are the same in optimised cells and in others.
        "-assert-config", "Debug", "-gline-tables-only", "-diagnostic-style", "llvm",
    ]

    private static let linkOptions = [
        "--wrap=swift_errorInMain", "--build-id=none",
        // Without this table the callers of a cell's functions are not found when one of them fails.
        "--eh-frame-hdr",
    ]

    private func frontendArguments(for module: CellModule, folder: String, moduleCache: String) -> [String] {
        let host = "\(toolchain.root)/lib/swift/host"
        let arguments = [
            "-c", "\(folder)/main.swift", "-o", "\(folder)/cell.o",
            "-module-name", module.name, "-emit-module", "-emit-module-path", interface(of: module),
            module.isOptimized ? "-O" : "-Onone", "-entry-point-function-name", module.entryPoint,
            "-I", workFolder.modules, "-module-cache-path", moduleCache,
            "-Xcc", "-fmodule-map-file=\(workFolder.foreignModules)",
            "-plugin-path", "\(host)/plugins",
            "-in-process-plugin-server-path", "\(host)/libSwiftInProcPluginServer.so",
        ]
        // The warnings would be that of each initialiser; Swift 4 itself has none that a reader of the chapter misses.
        let older = module.initializesEarlierStructs ? ["-swift-version", "4", "-suppress-warnings"] : []
        return arguments + Self.options + older
    }

    /// Waits for the code of a cell and links it, unless the cache had it.
    ///
    /// - Returns: the same outcome, or a rejection where the compiler failed to make code.
    func link(_ outcome: Outcome) throws(SessionError) -> Outcome {
        guard case .compiled(var cell) = outcome, let compilation = cell.compilation else { return outcome }
        let result = frontend.finish(compilation)
        guard result.status == .exited(0) else {
            let reader = DiagnosticReader(place: cell.place, of: cell.module)
            return .rejected(try rejection(of: cell.module, after: result, reader))
        }
        cell.messages = result.errors
        cell.compilation = nil
        try link(cell)
        return .compiled(cell)
    }

    private func link(_ cell: CompiledCell) throws(SessionError) {
        let object = "\(cell.folder)/cell.o"
        let autolinked = cell.module.importsLibraries ? try autolinkFlags(of: object) : []
        let link = try Command(
            program: toolchain.linker,
            arguments: [
                "-shared", "-o", cell.library, object, toolchain.runtimeObject,
                "-L", toolchain.runtimeLibraries, "-rpath", toolchain.runtimeLibraries,
            ] + Self.linkOptions + autolinked + ["-lswiftSwiftOnoneSupport", "-lswiftCore"]
        ).run()
        guard link.status == .exited(0) else {
            try workFolder.requireRoom()
            throw .cannotLink(message: link.errors)
        }
        let files = CellCache.Entry.Files(library: cell.library, module: interface(of: cell.module))
        cache?.keep(CellCache.Entry(messages: cell.messages, files: files), named: cell.module.name)
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

    /// What the compiler found wrong, which is kept if it says so; it may fail without a word about the cell, or crash.
    ///
    /// - Throws: `SessionError` where it is not the cell's fault.
    private func rejection(
        of module: CellModule, after compilation: Command.Result, _ reader: DiagnosticReader
    ) throws(SessionError) -> Rejection {
        try toolchain.requireSameCompiler(compilation.errors)
        try workFolder.requireWhole()
        let rejection = Rejection(compilation.errors, reader, from: .compiler)
        if rejection.isExplained {
            // One that was ended has not said all.
            let isWhole = compilation.status == .exited(1)
            if isWhole { cache?.keep(CellCache.Entry(messages: compilation.errors), named: module.name) }
            return rejection
        }
        try workFolder.requireRoom()
        let words = compilation.errors.split(separator: "\n").first { $0.contains("error:") }
        let message = words.map(String.init) ?? "the compiler stopped (\(compilation.status)) without saying why"
        let diagnostic = Diagnostic(
            severity: .error, message: GeneratedNames.removed(from: message),
            location: SourceLocation(line: reader.place.cell.line))
        return Rejection(diagnostics: [diagnostic], origin: .compiler)
    }
}
