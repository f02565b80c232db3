import Chapters
import Foundation

/// A cell that compiled, as far as the cells behind it can see.
struct CompiledCell: Sendable {
    var place: CellPlace
    let module: CellModule
    /// Where its files are.
    let folder: String
    let origin: CompilationOrigin
    /// What the compiler said of it.
    var messages = ""
    /// The compiler, while it still makes the code; nil once there is a library.
    var compilation: RunningCommand?

    var warnings: [Diagnostic] {
        DiagnosticReader(place: place, of: module).diagnostics(from: CompilerMessage.parse(messages))
    }

    /// The path of the shared library.
    var library: String { "\(folder)/\(module.name).so" }

    /// An upper bound of the addresses that the library takes in memory.
    var size: UInt {
        let pageRounding: UInt = 1 << 16
        return UInt(FileStatus(of: library)?.bytes ?? 0) + pageRounding
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

    /// Whether nothing is wrong but what is so in every form: the compiler gave up on an expression, which takes long, or
    /// a conformance is an earlier cell's.
    var isFinal: Bool {
        let words = ["type-check this expression", "already, by an earlier cell"]
        return isExplained
            && diagnostics.allSatisfy { diagnostic in
                diagnostic.severity != .error || words.contains(where: diagnostic.message.contains)
            }
    }

    /// Whether it says that an initialiser must call another one, as it must where the struct is another module's.
    var asksForDelegation: Bool {
        let words = ["'self.init' isn't called on all paths", "may not be initialized directly; use"]
        return complaints.contains { complaint in words.contains(where: complaint.message.contains) }
    }
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
