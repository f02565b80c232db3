import Glibc

/// A person's Ctrl-C, or another's wish that nbrun ends, as a descriptor that can be waited for together with others.
public enum Interruption {
    nonisolated(unsafe) private static var writeEnd: Int32 = -1
    nonisolated(unsafe) private static var readEnd: Int32?
    nonisolated(unsafe) private static var count: Int32 = 0
    /// Somebody wants more than the end of what is under way.
    nonisolated(unsafe) public private(set) static var isFinal = false
    /// Whatever would end nbrun without a report, but a crash of its own.
    private static let numbers = [
        SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU,
    ]

    /// From now on the first signal makes the descriptor readable, and the second ends nbrun at once.
    ///
    /// - Returns: the descriptor.
    public static func install() -> Int32 {
        let pipe = DescriptorPair.pipe()
        writeEnd = pipe.second
        readEnd = pipe.first
        // As `nohup` has it; the terminal then goes without a word.
        let ignored = isIgnored(SIGHUP)
        for number in numbers where number != SIGHUP || !ignored { signal(number, take) }
        unblockSignals()
        return pipe.first
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        return sigaction(number, nil, &action) == 0 && unsafeBitCast(action.__sigaction_handler, to: Int.self) == 1
    }

    private static let take: @convention(c) (Int32) -> Void = { number in
        Interruption.count += 1
        Interruption.isFinal = Interruption.isFinal || number != SIGINT
        var byte = UInt8(ascii: "\n")
        // A terminal that goes, and the shell in it, may both tell of it.
        if Interruption.count > 1, number == SIGINT || number == SIGTERM || number == SIGQUIT {
            // The terminal's line may hold progress, and what the keys showed.
            if isatty(STDERR_FILENO) == 1 { write(STDERR_FILENO, &byte, 1) }
            _exit(130)
        }
        write(Interruption.writeEnd, &byte, 1)
    }

    /// Whoever started nbrun may have blocked signals, and such a mask is inherited.
    private static func unblockSignals() {
        var none = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, nil)
    }

    /// Forgets the signals so far, unless one is for all of nbrun: what they interrupted has ended.
    public static func reset() {
        guard !isFinal else { return }
        count = 0
        var byte: UInt8 = 0
        while let readEnd, hasCome(on: readEnd) { read(readEnd, &byte, 1) }
    }

    /// Whether there has been one since the last reset.
    static var hasCome: Bool { readEnd.map { hasCome(on: $0) } ?? false }

    /// Whether it has been interrupted; the descriptor stays readable.
    public static func hasCome(on descriptor: Int32) -> Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return Glibc.poll(&poll, 1, 0) > 0
    }
}
