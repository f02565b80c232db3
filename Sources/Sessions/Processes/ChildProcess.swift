import Glibc

/// A program started with exactly the descriptors given.
struct ChildProcess: Sendable {
    let identifier: pid_t

    /// Starts a program in a process group of its own, so that a Ctrl-C at the terminal reaches nbrun alone.
    ///
    /// - Parameter descriptors: what becomes descriptor 0, 1, 2… of the program.
    /// - Throws: `SessionError.cannotStart`.
    init(_ program: String, _ arguments: [String], descriptors: [Int32]) throws(SessionError) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, descriptor) in descriptors.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setpgroup(&attributes, 0)
        var noSignals = sigset_t()
        sigemptyset(&noSignals)
        posix_spawnattr_setsigmask(&attributes, &noSignals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))

        let words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var identifier = pid_t()
        let code = DescriptorPair.whileNoneIsMade {
            posix_spawn(&identifier, program, &actions, &attributes, words, environ)
        }
        guard code == 0 else { throw .cannotStart(program: program, code: code) }
        self.identifier = identifier
    }

    /// Waits for its end.
    func wait() -> ExitStatus {
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        return ExitStatus(waitStatus: status)
    }
}

/// How a process ended.
enum ExitStatus: Equatable, Sendable {
    case exited(Int32)
    case signalled(Int32)

    init(waitStatus: Int32) {
        let signal = waitStatus & 0x7f
        self = signal == 0 ? .exited(waitStatus >> 8 & 0xff) : .signalled(signal)
    }
}
