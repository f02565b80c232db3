import Tensors

/// All that a training goes on from, in the reader's layouts: a fit from a restored state gives the same numbers.
struct TrainingState: Sendable {
    /// The numbers that the model has learned, layer by layer.
    let weights: [Tensor]
    /// What the optimizer remembers about each of them.
    let slots: [[Tensor]]
    /// How many updates were done.
    let step: Int
    /// How many times the samples were put in order.
    let epochCount: Int
    /// Nil where the rate follows a schedule.
    let learningRate: Double?
}

extension Model {
    /// The values of all parameters, layer by layer.
    var parameterValues: [Tensor] {
        get { graph?.parameters.map(\.value) ?? [] }
        set { for (parameter, value) in zip(graph?.parameters ?? [], newValue) { parameter.value = value } }
    }

    /// Where a compiled and built model stands.
    var trainingState: TrainingState {
        get {
            let context = compiled(for: "reading its training state").context
            let rate = if case .constant(let rate) = context.optimizer._settings.rate { rate } else { nil as Double? }
            return TrainingState(
                weights: parameterValues, slots: graph?.parameters.map(\.slotValues) ?? [], step: context.step,
                epochCount: epochCount, learningRate: rate)
        }
        set {
            let context = compiled(for: "setting its training state").context
            parameterValues = newValue.weights
            for (parameter, slots) in zip(graph?.parameters ?? [], newValue.slots) { parameter.slotValues = slots }
            context.step = newValue.step
            epochCount = newValue.epochCount
            if let rate = newValue.learningRate { context.optimizer.learningRate = rate }
        }
    }
}
