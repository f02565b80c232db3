import Glibc
import Synchronization

/// A program started with exactly the descriptors given, which lives no longer than this object and than nbrun.
///
/// It is started through the host's keeper, which kills it and all its descendants when nothing more can come over its
/// lifeline: after `end`, or when nbrun is gone, in whatever way.
final class ChildProcess: Sendable {
    private let keeper: pid_t
    private let lifeline: Int32
    private let state = Mutex(State())

    private struct State {
        var isEnding = false
        var isReaped = false
        /// As its keeper told it.
        var status: ExitStatus?
    }

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
        lifeline = line.first
    }

    deinit {
        end()
        close(lifeline)
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
            let code = posix_spawn(&identifier, words[0], &actions, &attributes, pointers, &environment)
            if code == 0 { Orphans.note(keeper: identifier) }
            return code
        }
        guard code == 0 else { throw .cannotStart(program: words[0], code: code) }
        return identifier
    }

    private static func inheritedEnvironment() -> [UnsafeMutablePointer<CChar>?] {
        var count = 0
        while environ[count] != nil { count += 1 }
        return Array(UnsafeBufferPointer(start: environ, count: count))
    }

    /// Whether it has to end, or has ended.
    var isEnding: Bool { state.withLock { $0.isEnding } }

    /// Kills it and all that it has started.
    func end() {
        state.withLock { state in
            guard !state.isEnding else { return }
            state.isEnding = true
            shutdown(lifeline, Int32(SHUT_WR))
            // A cell may have stopped it.
            if !state.isReaped { kill(keeper, SIGCONT) }
        }
    }

    /// Waits for its end; once that has come or is wished, not longer than its keeper may take for all that it started.
    func wait() -> ExitStatus {
        var waits = 0
        while !hasKeeperEnded(within: Self.oneWait) {
            guard isEnding else { continue }
            waits += 1
            let isStopped = ProcessState(of: keeper)?.letter == "T"
            let isLost = waits >= (isStopped ? Self.mostWaitsForStopped : Self.mostWaits)
            state.withLock { _ = $0.isReaped ? 0 : kill(keeper, isLost ? SIGKILL : SIGCONT) }
        }
        return state.withLock { $0.status ?? .unknown }
    }

    /// Milliseconds, and how many of them a keeper has, or one that a cell stops again and again. They are counted, as the
    /// clock goes on for a runner that is stopped.
    private static let oneWait: Int32 = 50
    private static let mostWaits = 60
    private static let mostWaitsForStopped = 10

    /// Becomes readable when the program has ended.
    var descriptor: Int32 { lifeline }

    /// Reads what the keeper tells until it is gone.
    private func hasKeeperEnded(within milliseconds: Int32) -> Bool {
        var polls = pollfd(fd: lifeline, events: Int16(POLLIN), revents: 0)
        poll(&polls, 1, milliseconds)
        return state.withLock { state in
            if state.isReaped { return true }
            if polls.revents != 0, let ending = Ending(from: lifeline) {
                state.status = ExitStatus(waitStatus: ending.status, cause: ending.cause)
                state.isEnding = true
                return false
            }
            var status: Int32 = 0
            guard waitpid(keeper, &status, polls.revents != 0 ? 0 : WNOHANG) == keeper else { return false }
            state.isReaped = true
            // Whoever killed it left what it kept to nobody.
            if status != 0 { Orphans.end() }
            Orphans.forget(keeper)
            return true
        }
    }
}

/// What the keeper tells of the program's end: `struct ending` of the host.
private struct Ending {
    var status: Int32 = 0
    var cause: Int32 = 0

    /// - Returns: nil if nothing is told, and nothing will be.
    init?(from lifeline: Int32) {
        let count = withUnsafeMutableBytes(of: &self) { recv(lifeline, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT)) }
        guard count == MemoryLayout<Self>.size else { return nil }
    }
}
