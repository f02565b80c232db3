import Glibc
import Synchronization

/// One task at a time on a thread of its own.
///
/// Whoever starts one has to `finish` it: a process with a second thread cannot be copied.
final class BackgroundTask: Sendable {
    private let thread = Mutex<pthread_t?>(nil)
    private let isRunning = Atomic(false)

    /// Whether the task that was started last has not ended.
    var isBusy: Bool { isRunning.load(ordering: .acquiring) }

    /// Starts a task, behind the one before it.
    func start(_ body: @escaping @Sendable () -> Void) {
        finish()
        isRunning.store(true, ordering: .releasing)
        let work = Work {
            body()
            self.isRunning.store(false, ordering: .releasing)
        }
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { context in
                Unmanaged<Work>.fromOpaque(context!).takeRetainedValue().body()
                return nil
            }, Unmanaged.passRetained(work).toOpaque())
        precondition(status == 0, "no thread for a task in the background")
        self.thread.withLock { $0 = thread }
    }

    /// Waits until the task has ended.
    func finish() {
        let started = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        if let started { pthread_join(started, nil) }
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }
}
