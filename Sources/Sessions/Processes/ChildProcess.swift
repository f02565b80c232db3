import Glibc
import Synchronization

/// A program started with exactly the descriptors given, which lives no longer than this object and than nbrun.
///
/// It is started through the host's keeper, which kills it and all its descendants when its lifeline is closed: by
/// `end`, or by the system when nbrun is gone, in whatever way.
final class ChildProcess: Sendable {
    private let keeper: pid_t
    /// Nil once it is closed.
    private let lifeline: Mutex<Int32?>

    /// Starts a program in a process group of its own, so that a Ctrl-C at the terminal reaches nbrun alone.
    ///
    /// - Parameters:
    ///   - descriptors: what becomes descriptor 0, 1, 2… of the program.
    ///   - temporaryFolder: where it makes its temporary files, if not where nbrun does.
    /// - Throws: `SessionError.cannotStart`.
    init(
        _ program: String, _ arguments: [String], descriptors: [Int32], temporaryFolder: String? = nil
    ) throws(SessionError) {
        guard access(program, X_OK) == 0 else { throw .cannotStart(program: program, code: errno) }
        let line = DescriptorPair.socket()
        defer { close(line.second) }
        let host = Installation.expectedHost
        let words = [host, "keep", "\(descriptors.count)", program] + arguments
        do {
            keeper = try Self.spawn(
                words, descriptors: descriptors + [line.second], temporaryFolder: temporaryFolder)
        } catch {
            close(line.first)
            throw error
        }
        lifeline = Mutex(line.first)
    }

    deinit {
        end()
    }

    private static func spawn(
        _ words: [String], descriptors: [Int32], temporaryFolder: String?
    ) throws(SessionError) -> pid_t {
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

        let pointers = words.map { strdup($0) } + [nil]
        let folder = temporaryFolder.map { strdup("TMPDIR=\($0)") }
        defer { (pointers + [folder ?? nil]).forEach { free($0) } }
        // Of two values, the first one holds.
        var environment = (folder.map { [$0] } ?? []) + inheritedEnvironment() + [nil]
        var identifier = pid_t()
        let code = DescriptorPair.whileNoneIsMade {
            posix_spawn(&identifier, words[0], &actions, &attributes, pointers, &environment)
        }
        guard code == 0 else { throw .cannotStart(program: words[0], code: code) }
        return identifier
    }

    private static func inheritedEnvironment() -> [UnsafeMutablePointer<CChar>?] {
        var count = 0
        while environ[count] != nil { count += 1 }
        return Array(UnsafeBufferPointer(start: environ, count: count))
    }

    /// Kills it and all that it has started.
    func end() {
        lifeline.withLock { descriptor in
            if let open = descriptor { close(open) }
            descriptor = nil
        }
    }

    /// Waits for its end.
    func wait() -> ExitStatus {
        var status: Int32 = 0
        while waitpid(keeper, &status, 0) < 0, errno == EINTR {}
        end()
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
