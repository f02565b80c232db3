import Glibc
import Synchronization

// Top-level `await` in a cell goes through this: Swift's own top-level concurrency ends the process when it is done.

/// Waits for an asynchronous expression at the top level of a cell, and throws what it throws.
///
/// The expression runs beside the main thread, which meanwhile does what the main actor is asked for.
public func _wait<Value: ~Copyable, Failure: Error>(
    _ body: @escaping () async throws(Failure) -> Value
) throws(Failure) -> Value {
    nonisolated(unsafe) let body = body
    let waiter = Waiter<Value, Failure>()
    Task.detached {
        do throws(Failure) { waiter.finish(try await body()) } catch { waiter.fail(error) }
    }
    waiter.wait()
    if let error = waiter.error {
        SessionTasks.expectRethrow()
        throw error
    }
    return waiter.takeValue()
}

/// A value or an error that the main thread waits for and a task gives.
private final class Waiter<Value: ~Copyable, Failure: Error>: @unchecked Sendable {
    private var value: Value?
    private(set) var error: Failure?
    private let isDone = Atomic(false)

    init() {
        value = nil
    }

    func finish(_ value: consuming Value) {
        self.value = consume value
        wake()
    }

    func fail(_ error: Failure) {
        self.error = error
        wake()
    }

    private func wake() {
        isDone.store(true, ordering: .releasing)
        SessionTasks.wakeMainThread()
    }

    func wait() {
        while !isDone.load(ordering: .acquiring) { SessionTasks.serveMainThread() }
    }

    func takeValue() -> Value {
        value.take()!
    }
}
