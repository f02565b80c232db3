import Glibc
import Synchronization

/// The compiler, of which one process has always been started already and waits to hear what to compile.
///
/// A fifth of the time that a small cell takes to compile goes into loading the compiler itself. Its arguments come by
/// a pipe, as a response file, so it can be loaded while nobody needs it: while the cell before is being compiled.
final class ReadyFrontend: Sendable {
    private let program: String
    private let temporaryFolder: String
    private let waiting = Mutex<WaitingFrontend?>(nil)
    private let running = Mutex<[RunningCommand]>([])

    /// - Parameter temporaryFolder: where it makes files that it may leave behind, as it does those of macros.
    init(program: String, temporaryFolder: String) {
        (self.program, self.temporaryFolder) = (program, temporaryFolder)
    }

    deinit {
        waiting.withLock { $0?.abandon() }
    }

    /// Lets the compiler begin with these arguments, and has another one started meanwhile.
    ///
    /// - Throws: `SessionError.cannotStart`.
    func start(_ arguments: [String]) throws(SessionError) -> RunningCommand {
        CommandTrace.tell(program, ["-frontend"] + arguments)
        let command = try next().go(arguments)
        running.withLock { $0.append(command) }
        try prepare()
        return command
    }

    /// Waits for the end of a compiler that was started.
    func finish(_ command: RunningCommand) -> Command.Result {
        defer { running.withLock { $0.removeAll { $0 === command } } }
        return command.finish()
    }

    /// Ends the compilers that are at work, on whatever thread.
    func abandonRunning() {
        running.withLock { $0.forEach { $0.process.end() } }
    }

    /// Starts the process that the next run will use.
    func prepare() throws(SessionError) {
        let started = try WaitingFrontend(program: program, temporaryFolder: temporaryFolder)
        let surplus = waiting.withLock { waiting in
            defer { waiting = started }
            return waiting
        }
        surplus?.abandon()
    }

    private func next() throws(SessionError) -> WaitingFrontend {
        let ready = waiting.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        if let ready { return ready }
        return try WaitingFrontend(program: program, temporaryFolder: temporaryFolder)
    }
}

/// A compiler process that reads its arguments from a pipe.
private struct WaitingFrontend: Sendable {
    private let command: RunningCommand
    /// Both ends are kept, so that writing to a process that died is no signal.
    private let pipe: DescriptorPair

    init(program: String, temporaryFolder: String) throws(SessionError) {
        pipe = DescriptorPair.pipe()
        do {
            command = try Command(
                program: program, arguments: ["-frontend", "@/dev/fd/3"], temporaryFolder: temporaryFolder
            ).start(more: [pipe.first])
        } catch {
            pipe.close()
            throw error
        }
    }

    /// Lets it begin.
    func go(_ arguments: [String]) -> RunningCommand {
        let quoted = arguments.map { argument in
            "\"\(argument.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"\n"
        }
        var bytes = Array(quoted.joined().utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(pipe.second, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { break }
            bytes = bytes.dropFirst(max(count, 0))
        }
        pipe.close()
        return command
    }

    func abandon() {
        pipe.close()
        command.abandon()
    }
}
