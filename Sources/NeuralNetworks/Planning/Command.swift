internal import CKernels
import Glibc

/// One thing that a plan does at each run, with what it is called in a profile.
struct Command {
    let label: Label
    private let note: Note
    private let body: () -> Void

    init(label: Label, run: @escaping () -> Void) {
        self.label = label
        note = Note(label)
        body = run
    }

    /// Does it, noted as what is under way: where the process ends amid it, the message can tell.
    func run() {
        nbrun_note_pass(note.words)
        body()
    }

    /// Who does it, and how much work it is.
    struct Label {
        let layer: String
        let pass: Pass
        let implementation: String
        /// Floating-point operations, as a direct computation would need them.
        var operations = 0.0
    }

    enum Pass: String {
        case forward, backwardData = "backward data", backwardWeights = "backward weights", backward, update, reorder,
            loss
    }

    /// A label's words where a signal handler can read them.
    private final class Note: @unchecked Sendable {
        let words: UnsafeMutablePointer<CChar>

        init(_ label: Label) {
            words = strdup("\(label.layer), \(label.pass.rawValue) by \(label.implementation)")
        }

        deinit { free(words) }
    }
}

extension Sequence<Command> {
    /// Does all of them, one after the other.
    func run() {
        for command in self { command.run() }
        nbrun_note_pass(nil)
    }
}
