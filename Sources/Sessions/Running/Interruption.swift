import Glibc

/// A person's Ctrl-C, as a descriptor that can be waited for together with others.
public enum Interruption {
    nonisolated(unsafe) private static var writeEnd: Int32 = -1
    nonisolated(unsafe) private static var count: Int32 = 0

    /// From now on the first Ctrl-C makes the descriptor readable, and the second ends nbrun at once.
    ///
    /// - Returns: the descriptor.
    public static func install() -> Int32 {
        let pipe = DescriptorPair.pipe()
        writeEnd = pipe.second
        signal(SIGINT) { _ in
            Interruption.count += 1
            if Interruption.count > 1 { _exit(130) }
            var byte: UInt8 = 0
            write(Interruption.writeEnd, &byte, 1)
        }
        return pipe.first
    }

    /// Whether it has been interrupted; the descriptor stays readable.
    static func hasCome(on descriptor: Int32) -> Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return Glibc.poll(&poll, 1, 0) > 0
    }
}
