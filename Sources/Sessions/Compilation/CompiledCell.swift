import Chapters
import Foundation

/// A cell that compiled.
struct CompiledCell: Sendable {
    var place: CellPlace
    let module: CellModule
    /// Where its files are.
    let folder: String
    /// What the compiler said of it.
    let messages: String
    /// Whether its library was there already, in the cache.
    var isLinked = false

    var warnings: [Diagnostic] {
        DiagnosticReader(place: place).diagnostics(from: CompilerMessage.parse(messages))
    }

    /// The path of the shared library.
    var library: String { "\(folder)/\(module.name).so" }

    /// An upper bound of the addresses that the library takes in memory.
    var size: UInt {
        let attributes = try? FileManager.default.attributesOfItem(atPath: library)
        let pageRounding: UInt = 1 << 16
        return (attributes?[.size] as? UInt ?? 0) + pageRounding
    }
}

/// Why a cell did not compile.
struct Rejection: Sendable {
    var diagnostics: [Diagnostic] = []
    /// The compiler's errors about the author's text, for those who want to mend it.
    var complaints: [Complaint] = []
    /// Where the compiler's words are from; nil if it was not asked.
    var origin: CompilationOrigin?

    /// An error and its UTF-8 offset in a text of the author.
    struct Complaint: Equatable, Sendable {
        let message: String
        /// Which of the texts: the included files are counted from zero, the cell comes last.
        let text: Int
        let offset: Int
    }

    /// Whether it tells what is wrong.
    var isExplained: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Rejection {
    /// Reads what the compiler said.
    init(_ messages: String, _ reader: DiagnosticReader, from origin: CompilationOrigin) {
        let messages = CompilerMessage.parse(messages)
        self.init(
            diagnostics: reader.diagnostics(from: messages), complaints: reader.complaints(from: messages),
            origin: origin)
    }
}
