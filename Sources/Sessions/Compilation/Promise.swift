import Dispatch
import Synchronization

/// A value that is being made on another thread.
final class Promise<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let ready = DispatchGroup()

    /// Starts to make the value.
    init(on queue: DispatchQueue, _ make: @escaping @Sendable () -> Value) {
        ready.enter()
        queue.async {
            let made = make()
            self.value.withLock { $0 = made }
            self.ready.leave()
        }
    }

    /// Whether the value comes within a time.
    func isThere(within time: DispatchTimeInterval) -> Bool {
        ready.wait(timeout: .now() + time) == .success
    }

    /// Waits until the value is there.
    func wait() -> Value {
        ready.wait()
        return value.withLock { $0! }
    }
}
