import Glibc

/// A program that runs to its end and says something.
struct Command {
    let program: String
    let arguments: [String]

    /// What it wrote to both streams, and how it ended.
    struct Result {
        let status: ExitStatus
        let output: String
        let errors: String
    }

    /// - Throws: `SessionError.cannotStart`.
    func run() throws(SessionError) -> Result {
        try start().finish()
    }

    /// - Parameter more: what becomes descriptor 3, 4… of the program.
    /// - Throws: `SessionError.cannotStart`.
    func start(more descriptors: [Int32] = []) throws(SessionError) -> RunningCommand {
        let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
        let output = DescriptorPair.socket()
        let errors = DescriptorPair.socket()
        defer { [input, output.second, errors.second].forEach { close($0) } }
        do {
            let process = try ChildProcess(
                program, arguments, descriptors: [input, output.second, errors.second] + descriptors)
            return RunningCommand(process: process, output: output.first, errors: errors.first)
        } catch {
            [output.first, errors.first].forEach { close($0) }
            throw error
        }
    }
}

/// A program on its way.
struct RunningCommand: Sendable {
    let process: ChildProcess
    let output: Int32
    let errors: Int32

    /// Waits for its end and reads all that it says.
    func finish() -> Command.Result {
        defer { [output, errors].forEach { close($0) } }
        let texts = Self.readToEnd([output, errors])
        return Command.Result(status: process.wait(), output: texts[0], errors: texts[1])
    }

    /// Ends it, whatever it was doing.
    func abandon() {
        process.end()
        _ = finish()
    }

    private static func readToEnd(_ descriptors: [Int32]) -> [String] {
        descriptors.forEach(makeNonblocking)
        var bytes = descriptors.map { _ in [UInt8]() }
        var polls = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while polls.contains(where: { $0.fd >= 0 }) {
            poll(&polls, nfds_t(polls.count), -1)
            for index in polls.indices where polls[index].revents != 0 && polls[index].fd >= 0 {
                if let read = readAvailable(polls[index].fd) { bytes[index] += read } else { polls[index].fd = -1 }
            }
        }
        return bytes.map { String(decoding: $0, as: UTF8.self) }
    }
}
