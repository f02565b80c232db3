import Synchronization

/// Something that is said on one thread and heard on every other.
final class Flag: Sendable {
    private let value = Atomic(false)

    var isRaised: Bool { value.load(ordering: .acquiring) }

    func raise() {
        value.store(true, ordering: .releasing)
    }

    /// - Returns: whether it was raised.
    func lower() -> Bool {
        value.exchange(false, ordering: .acquiringAndReleasing)
    }
}
