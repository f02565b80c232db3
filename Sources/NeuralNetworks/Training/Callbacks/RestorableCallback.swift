import Display
import Tensors

/// A callback that can go on in a training that was restored: `_signature` and `memory` are all that it depends on.
protocol RestorableCallback: AnyObject, Callback {
    /// What it remembers of the epochs so far.
    var memory: CallbackMemory { get }

    /// Takes up what it remembered behind these epochs, which another run trained; the fit has begun already.
    func resume(_ memory: CallbackMemory, after epochs: [TrainingLog.Epoch], of model: Model)
}

/// What a callback remembers, by names of its own.
struct CallbackMemory: Sendable {
    var numbers: [String: Double] = [:]
    var tensors: [Tensor] = []

    /// A whole number; 0 where there is none.
    func count(_ name: String) -> Int { numbers[name].flatMap { Int(exactly: $0) } ?? 0 }
}
