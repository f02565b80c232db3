import Glibc
import Synchronization
@_spi(ExperimentalCustomExecutors) @_spi(ExperimentalScheduling) import _Concurrency

/// The way from asynchronous tasks to the process in which cells live, which has its own threads for them.
///
/// Without such a process they run as Swift's runtime has it, and what the main actor is asked for is done when the main
/// thread runs its own queue.
enum SessionTasks {
    /// What the process does for tasks.
    struct Host {
        /// Lets a job run after so many nanoseconds.
        let enqueue: @convention(c) (UnsafeMutableRawPointer, UInt64) -> Void
        /// Runs what waits for the main thread, and waits for more or to be woken.
        let serveMainThread: @convention(c) () -> Void
        let wakeMainThread: @convention(c) () -> Void
        /// What the calling thread throws next was thrown before, in a task.
        let expectRethrow: @convention(c) () -> Void
    }

    /// Set before any cell runs.
    nonisolated(unsafe) static var host: Host?

    static func serveMainThread() {
        if let host { host.serveMainThread() } else { usleep(100) }
    }

    static func wakeMainThread() {
        host?.wakeMainThread()
    }

    static func expectRethrow() {
        host?.expectRethrow()
    }
}

/// Called by the host once it has loaded the library.
@_cdecl("nbrun_connect_tasks")
public func connectTasks(
    _ enqueue: @escaping @convention(c) (UnsafeMutableRawPointer, UInt64) -> Void,
    _ serveMainThread: @escaping @convention(c) () -> Void,
    _ wakeMainThread: @escaping @convention(c) () -> Void,
    _ expectRethrow: @escaping @convention(c) () -> Void
) {
    SessionTasks.host = SessionTasks.Host(
        enqueue: enqueue, serveMainThread: serveMainThread, wakeMainThread: wakeMainThread,
        expectRethrow: expectRethrow)
    _ = Task<Never, Never>.defaultExecutor  // the runtime's own come first, else they would take the place of these
    _createExecutors(factory: SessionExecutors.self)
}

private enum SessionExecutors: ExecutorFactory {
    static var mainExecutor: any MainExecutor { PlatformExecutorFactory.mainExecutor }
    static var defaultExecutor: any TaskExecutor { shared }

    private static let shared = SessionExecutor()
}

/// Runs tasks on the threads of the session's process.
private final class SessionExecutor: TaskExecutor, SchedulingExecutor {
    func enqueue(_ job: consuming ExecutorJob) {
        enqueue(UnownedJob(job), after: .zero)
    }

    func enqueue<C: Clock>(
        _ job: consuming ExecutorJob, after delay: C.Duration, tolerance: C.Duration?, clock: C
    ) {
        // The clocks that ask for this are the standard library's two.
        enqueue(UnownedJob(job), after: delay as! Duration)
    }

    func enqueue<C: Clock>(
        _ job: consuming ExecutorJob, at instant: C.Instant, tolerance: C.Duration?, clock: C
    ) {
        enqueue(UnownedJob(job), after: clock.now.duration(to: instant) as! Duration)
    }

    private func enqueue(_ job: UnownedJob, after delay: Duration) {
        let (seconds, attoseconds) = max(delay, .zero).components
        let longest: Int64 = 1_000_000_000
        let nanoseconds = min(seconds, longest) * 1_000_000_000 + attoseconds / 1_000_000_000
        SessionTasks.host!.enqueue(unsafeBitCast(job, to: UnsafeMutableRawPointer.self), UInt64(nanoseconds))
    }
}
