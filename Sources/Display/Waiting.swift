import Glibc

// Top-level `await` in a cell goes through these: Swift's own top-level concurrency ends the process when it is done.

/// Waits for an asynchronous expression at the top level of a cell.
public func _wait<Value>(_ body: @escaping () async -> Value) -> Value {
    nonisolated(unsafe) let body = body
    let waiter = Waiter<Value>()
    Task.detached { waiter.finish(await body()) }
    return waiter.wait()
}

/// Waits for an asynchronous expression that can throw at the top level of a cell.
public func _wait<Value>(_ body: @escaping () async throws -> Value) throws -> Value {
    try _wait { () async -> Result<Value, any Error> in
        do { return .success(try await body()) } catch { return .failure(error) }
    }.get()
}

/// A value that one thread waits for and another gives.
private final class Waiter<Value>: @unchecked Sendable {
    private var semaphore = sem_t()
    private var value: Value?

    init() {
        sem_init(&semaphore, 0, 0)
    }

    deinit {
        sem_destroy(&semaphore)
    }

    func finish(_ value: Value) {
        self.value = value
        sem_post(&semaphore)
    }

    func wait() -> Value {
        while sem_wait(&semaphore) != 0 {}
        return value!
    }
}
