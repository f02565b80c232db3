import Glibc
import Synchronization

/// A program that runs to its end and says something.
struct Command {
    let program: String
    let arguments: [String]
    /// Where it makes its temporary files, if not where nbrun does.
    var temporaryFolder: String?

    /// What it wrote to both streams, and how it ended.
    struct Result {
        let status: ExitStatus
        let output: String
        let errors: String
    }

    /// - Throws: `SessionError.cannotStart`.
    func run() throws(SessionError) -> Result {
        CommandTrace.tell(program, arguments)
        return try start().finish(within: Self.longestRun)
    }

    /// Seconds for a linker, or another tool that is waited for to its end.
    private static let longestRun = 120

    /// - Parameter more: what becomes descriptor 3, 4… of the program.
    /// - Throws: `SessionError.cannotStart`.
    func start(more descriptors: [Int32] = []) throws(SessionError) -> RunningCommand {
        let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
        let output = DescriptorPair.socket()
        let errors = DescriptorPair.socket()
        defer { [input, output.second, errors.second].forEach { close($0) } }
        do {
            let process = try ChildProcess(
                program, arguments, descriptors: [input, output.second, errors.second] + descriptors,
                temporaryFolder: temporaryFolder)
            return RunningCommand(process: process, output: output.first, errors: errors.first)
        } catch {
            [output.first, errors.first].forEach { close($0) }
            throw error
        }
    }
}

/// A program on its way.
final class RunningCommand: Sendable {
    let process: ChildProcess
    /// Its output and its errors.
    private let streams: Mutex<[SpokenStream]>

    init(process: ChildProcess, output: Int32, errors: Int32) {
        self.process = process
        streams = Mutex([output, errors].map(SpokenStream.init))
    }

    deinit {
        streams.withLock { streams in
            for index in streams.indices { streams[index].close() }
        }
    }

    /// Waits for its end and reads all that it says. A person's Ctrl-C ends it, if it does not end by itself soon after.
    ///
    /// - Parameter seconds: the time that it has, if that is limited.
    func finish(within seconds: Int = .max) -> Command.Result {
        let texts = streams.withLock { streams in
            var (waits, waitsInVain) = (0, 0)
            while streams.contains(where: \.isOpen), waitsInVain < Self.patience {
                if streams.read(within: 100) { continue }
                waits += 1
                if process.isEnding || Interruption.hasCome { waitsInVain += 1 }
                if waits / 10 >= seconds || waitsInVain >= Self.patience { process.end() }
            }
            return streams.map { String(decoding: $0.bytes, as: UTF8.self) }
        }
        return Command.Result(status: process.wait(), output: texts[0], errors: texts[1])
    }

    /// Tenths of a second without a word.
    private static let patience = 15

    /// Reads what it says until something is the case, which is asked every millisecond.
    ///
    /// - Returns: false if that is not the case when it has said all.
    func reads(until condition: () -> Bool) -> Bool {
        streams.withLock { streams in
            var waitsInVain = 0
            while !condition() {
                guard streams.contains(where: \.isOpen), !process.isEnding else { return condition() }
                streams.read(within: 1)
                if Interruption.hasCome { waitsInVain += 1 }
                if waitsInVain >= Self.patience * 100 { process.end() }
            }
            return true
        }
    }

    /// What it has written to its errors by now.
    var errorsSoFar: String {
        streams.withLock { streams in
            streams.read(within: 0)
            return String(decoding: streams[1].bytes, as: UTF8.self)
        }
    }

    /// Ends it, whatever it was doing.
    func abandon() {
        process.end()
        _ = finish()
    }
}

/// What a program has said so far, and where more of it comes from.
private struct SpokenStream {
    private(set) var bytes: [UInt8] = []
    /// Negative once there is no more.
    private(set) var descriptor: Int32

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        makeNonblocking(descriptor)
    }

    var isOpen: Bool { descriptor >= 0 }

    mutating func read() {
        if let more = readAvailable(descriptor) { bytes += more } else { close() }
    }

    mutating func close() {
        if isOpen { Glibc.close(descriptor) }
        descriptor = -1
    }
}

extension [SpokenStream] {
    /// Waits until one of them says more, at most so many milliseconds, if not negative.
    ///
    /// - Returns: whether one has.
    @discardableResult fileprivate mutating func read(within milliseconds: Int32) -> Bool {
        var polls = map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        poll(&polls, nfds_t(count), milliseconds)
        for index in indices where polls[index].revents != 0 { self[index].read() }
        return polls.contains { $0.revents != 0 }
    }
}
