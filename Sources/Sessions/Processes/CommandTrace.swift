import Synchronization

/// Tells of the programs that are started, for people who want to start them themselves.
public enum CommandTrace {
    private static let listener = Mutex<(@Sendable (String) -> Void)?>(nil)

    /// From now on each command is told as one line for a shell, on whatever thread it is started.
    ///
    /// The files that the commands name are kept: a run does not remove them, and no later one does.
    public static func listen(_ listen: @escaping @Sendable (String) -> Void) {
        listener.withLock { $0 = listen }
    }

    /// Whether somebody listens.
    static var isOn: Bool { listener.withLock { $0 != nil } }

    static func tell(_ program: String, _ arguments: [String]) {
        let listen = listener.withLock { $0 }
        listen?(([program] + arguments).map(shellWord).joined(separator: " "))
    }

    /// A word that a shell reads as it is meant.
    package static func shellWord(_ word: String) -> String {
        if word.wholeMatch(of: /[A-Za-z0-9_@%+=:,.\/\-]+/) != nil { return word }
        return "'\(word.replacing("'", with: #"'\''"#))'"
    }
}
