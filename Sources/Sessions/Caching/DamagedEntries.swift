import Synchronization

/// Names of entries that were found damaged, noted on whatever thread it was, and told once.
final class DamagedEntries: Sendable {
    private let names = Mutex<[String]>([])

    func add(_ name: String) {
        names.withLock { $0.append(name) }
    }

    /// The names since the last time.
    func take() -> [String] {
        names.withLock { names in
            defer { names = [] }
            return names
        }
    }
}
