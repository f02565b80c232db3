import Glibc
import Synchronization

/// What is left when somebody kills a keeper: its processes are nbrun's own then, and nbrun ends them.
public enum Orphans {
    private static let keepers = Mutex<Set<pid_t>>([])
    private static let areAdopted = Flag()

    private typealias ProcessControl = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
    /// `PR_SET_CHILD_SUBREAPER`.
    private static let setAdoption: Int32 = 36

    /// From now on orphans come to this process. Only a program may ask for it that starts no others but by `ChildProcess`.
    public static func adopt() {
        guard let function = dlsym(nil, "prctl") else { return }
        if unsafeBitCast(function, to: ProcessControl.self)(setAdoption, 1, 0, 0, 0) == 0 { areAdopted.raise() }
    }

    static func note(keeper: pid_t) {
        keepers.withLock { _ = $0.insert(keeper) }
    }

    static func forget(_ keeper: pid_t) {
        keepers.withLock { _ = $0.remove(keeper) }
    }

    private static let mostRounds = 500

    /// Kills all children that no keeper is, and what becomes a child by that.
    static func end() {
        guard areAdopted.isRaised else { return }
        DescriptorPair.whileNoneIsMade {
            let keepers = keepers.withLock { $0 }
            for _ in 0..<mostRounds {
                let orphans = children.filter { !keepers.contains($0) }
                if orphans.isEmpty { return }
                for orphan in orphans {
                    kill(orphan, SIGKILL)
                    waitpid(orphan, nil, WNOHANG)
                }
                usleep(1000)
            }
        }
    }

    private static var children: [pid_t] {
        guard let processes = opendir("/proc") else { return [] }
        defer { closedir(processes) }
        var children: [pid_t] = []
        while let entry = readdir(processes) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let process = pid_t(name), ProcessState(of: process)?.parent == getpid() { children.append(process) }
        }
        return children
    }
}

/// What the kernel says of a process.
struct ProcessState {
    let letter: Character
    let parent: pid_t

    /// - Returns: nil where there is none.
    init?(of process: pid_t) {
        guard let file = fopen("/proc/\(process)/stat", "re") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = fread(&bytes, 1, bytes.count, file)
        // The name before it, in parentheses, may hold anything.
        let text = String(decoding: bytes[..<count], as: UTF8.self)
        guard let end = text.lastIndex(of: ")") else { return nil }
        let words = text[text.index(after: end)...].split(separator: " ")
        guard words.count > 1, let letter = words[0].first, let parent = pid_t(words[1]) else { return nil }
        (self.letter, self.parent) = (letter, parent)
    }

    /// Whether it has ended, and only its status is left.
    var hasEnded: Bool { letter == "Z" || letter == "X" }
}
