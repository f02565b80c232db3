internal import CKernels
import Glibc

/// Makes the batches of a flow on a thread of its own, one ahead of whoever takes them.
///
/// A batch depends on its number alone, so that it does not matter when it is made. The thread ends with `finish`, or
/// with its last batch.
final class FlowPreparation: @unchecked Sendable {
    private let flow: ImageFlow
    private let batches: Range<Int>
    private var thread = pthread_t()
    private var isFinished = false
    // The semaphores order all accesses to these two.
    private var prepared: ImageBatch?
    private var isCancelled = false
    private let isWanted = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    private let isReady = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init(_ flow: ImageFlow, batches: Range<Int>) {
        self.flow = flow
        self.batches = batches
        sem_init(isWanted, 0, 1)
        sem_init(isReady, 0, 0)
        // The thread holds on to the object until it ends.
        let status = pthread_create(
            &thread, nil,
            { context in
                Unmanaged<FlowPreparation>.fromOpaque(context!).takeRetainedValue().prepareAll()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        precondition(status == 0, "no thread for the preparation of batches")
    }

    deinit {
        sem_destroy(isWanted)
        sem_destroy(isReady)
        isWanted.deallocate()
        isReady.deallocate()
    }

    /// The next batch; waits for it if it is not ready.
    func next() -> ImageBatch {
        wait(isReady)
        let batch = prepared!
        sem_post(isWanted)
        return batch
    }

    /// Waits until the thread has ended.
    func finish() {
        guard !isFinished else { return }
        isFinished = true
        isCancelled = true
        sem_post(isWanted)
        pthread_join(thread, nil)
    }

    private func prepareAll() {
        // The other threads train.
        nbrun_stay_on_this_thread()
        for number in batches {
            wait(isWanted)
            if isCancelled { return }
            prepared = flow.batch(epoch: number / flow.batchesPerEpoch, step: number % flow.batchesPerEpoch)
            sem_post(isReady)
        }
    }

    private func wait(_ semaphore: UnsafeMutablePointer<sem_t>) {
        while sem_wait(semaphore) != 0 {}
    }
}
