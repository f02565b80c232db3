import Foundation

/// The lines that a user types while something goes on.
enum TypedLines {
    /// Does something after each line, in a thread of its own; nothing where standard input is no terminal, or another
    /// program's at the time, as behind `nbrun watch a.md &`.
    static func onEach(_ action: @escaping @Sendable () -> Void) {
        guard isatty(STDIN_FILENO) == 1, tcgetpgrp(STDIN_FILENO) == getpgrp() else { return }
        Thread.detachNewThread {
            while readLine() != nil { action() }
        }
    }
}
