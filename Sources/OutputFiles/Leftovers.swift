import Glibc

/// What processes that were killed have left unfinished: files and folders with names of their own, whose lock is free.
///
/// 1. A lock needs no clock, and goes with its process, whatever ends it.
/// 2. A name is `.nbrun-`, 16 hexadecimal digits drawn at random, 16 that follow from them, and `.new`. Nobody else has
///    such a name by chance: `.nbrun-mine.new` is an author's file.
package enum Leftovers {
    private static let (prefix, suffix) = (".nbrun-", ".new")

    /// A name under which something grows; it has to be locked while it does.
    package static func newName() -> String {
        let number = UInt64.random(in: .min ... .max)
        return prefix + digits(number) + digits(successor(of: number)) + suffix
    }

    /// Whether a name is of something that is not finished.
    package static func isUnfinished(_ name: some StringProtocol) -> Bool {
        guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
        let digits = name.dropFirst(prefix.count).dropLast(suffix.count)
        guard digits.utf8.count == 32, let number = UInt64(digits.prefix(16), radix: 16) else { return false }
        return digits == Self.digits(number) + Self.digits(successor(of: number))
    }

    /// A number that follows from another, with no likeness to it (SplitMix64).
    private static func successor(of number: UInt64) -> UInt64 {
        var mixed = number &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    private static func digits(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Removes what is left in a folder that nobody is writing any more.
    ///
    /// - Parameter remove: called with the path of each, which is locked meanwhile.
    package static func clear(_ folder: String, removing remove: (String) -> Void) {
        guard let directory = opendir(folder) else { return }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if isUnfinished(name) { whileFree("\(folder)/\(name)", do: remove) }
        }
    }

    /// Does something with a path while its lock is held, unless a process that lives holds it.
    package static func whileFree(_ path: String, do body: (String) -> Void) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { body(path) }
    }

    /// Locks what is open in this process, for as long as it is.
    ///
    /// - Returns: false where a cleaner has come first, and has taken it for a leftover.
    package static func lock(_ descriptor: Int32) -> Bool {
        var status = stat()
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else { return false }
        return fstat(descriptor, &status) == 0 && status.st_nlink > 0
    }
}
