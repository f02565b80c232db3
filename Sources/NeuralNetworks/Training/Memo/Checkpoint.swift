import Display
import Tensors

/// A training behind one of its epochs: what it has shown, and all that it goes on from.
struct Checkpoint: Sendable {
    let epochs: [TrainingLog.Epoch]
    let state: TrainingState
    /// What the callbacks remember, in their order.
    let callbacks: [CallbackMemory]
    /// Whether a callback has ended the training here.
    let isStopped: Bool
    /// When the epoch was trained, in seconds since 1970.
    let time: Int

    /// The number of the last epoch, counted from one.
    var epoch: Int { epochs.last?.number ?? 0 }

    /// Whether a graph's layers, their optimizer and the callbacks can take the numbers.
    func fits(_ fit: FitSetting) -> Bool {
        let parameters = fit.graph.parameters
        let shapes = parameters.map(\.shape)
        return epoch - epochs.count == fit.order.initialEpoch && state.weights.map(\.shape) == shapes
            && state.slots.map { $0.map(\.shape) }
                == parameters.map { parameter in parameter.slots.map { _ in parameter.shape } }
            && callbacks.count == fit.callbacks.count
            && callbacks.allSatisfy { $0.tensors.isEmpty || $0.tensors.map(\.shape) == shapes }
    }
}
