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
        let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
        let output = DescriptorPair.socket()
        let errors = DescriptorPair.socket()
        defer { [output.first, errors.first].forEach { close($0) } }
        let process: ChildProcess
        do {
            defer { [input, output.second, errors.second].forEach { close($0) } }
            process = try ChildProcess(program, arguments, descriptors: [input, output.second, errors.second])
        }
        let texts = Self.readToEnd([output.first, errors.first])
        return Result(status: process.wait(), output: texts[0], errors: texts[1])
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
