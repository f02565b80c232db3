import Display
import Tensors

extension Model {
    /// Trains the model: shows it all samples, once an epoch, a batch at a time.
    ///
    ///     let history = model.fit(trainX, trainY, epochs: 25, validationSplit: 0.25)
    ///     history["val_accuracy"].last
    ///
    /// - Parameters:
    ///   - x: the samples, along the first axis.
    ///   - y: their targets: class labels, or numbers like the predictions.
    ///   - epochs: how often the model sees each sample.
    ///   - batchSize: samples in one step; the last step of an epoch has those that remain.
    ///   - validationSplit: the part of the samples, from the end, that is held out and measured after each epoch.
    ///   - validationData: samples and targets to measure instead.
    ///   - shuffle: whether each epoch sees the samples in a new order.
    ///   - verbose: whether the epochs are shown.
    /// - Returns: loss and metrics of each epoch.
    @discardableResult
    public func fit(
        _ x: Tensor, _ y: Tensor, epochs: Int = 1, batchSize: Int = 32, validationSplit: Double = 0,
        validationData: (Tensor, Tensor)? = nil, shuffle: Bool = true, verbose: Verbosity = 1
    ) -> History {
        demand(epochs >= 1, "\(name): epochs must be at least 1, but is \(epochs)")
        demand(batchSize >= 1, "\(name): batchSize must be at least 1, but is \(batchSize)")
        demand(
            (0..<1).contains(validationSplit),
            "\(name): validationSplit must be in 0..<1, but is \(NumberText.short(validationSplit))")
        let compilation = compiled(for: "fit")
        let graph = self.graph(for: x, in: "fit")
        let trainCount = Int(Double(x.shape[0]) * (1 - validationSplit))
        demand(trainCount > 0, "\(name): validationSplit \(validationSplit) leaves no sample to train with")
        let order = TrainingOrder(
            epochs: epochs, batchSize: min(batchSize, trainCount), sampleCount: trainCount, shuffles: shuffle,
            isShown: verbose.showsEpochs)
        let targets = compilation.loss._targetKind(outputShape: graph.outputShape)
        return targets.withSamples(x, y, model: name) { samples in
            guard let (validationX, validationY) = validationData else {
                let held = trainCount..<samples.count
                return train(order, graph, samples, validation: held.isEmpty ? nil : (samples, held))
            }
            _ = self.graph(for: validationX, in: "fit with validationData")
            return targets.withSamples(validationX, validationY, model: name) { validation in
                train(order, graph, samples, validation: (validation, 0..<validation.count))
            }
        }
    }

    private func train(
        _ order: TrainingOrder, _ graph: Graph, _ samples: Samples, validation: (Samples, Range<Int>)?
    ) -> History {
        TrainingRun(self, graph: graph, order: order, samples: samples, validation: validation).run()
    }
}

/// What a fit is asked to do.
struct TrainingOrder {
    let epochs: Int
    let batchSize: Int
    /// How many samples are trained with: the first ones.
    let sampleCount: Int
    let shuffles: Bool
    let isShown: Bool

    var stepsPerEpoch: Int { (sampleCount + batchSize - 1) / batchSize }
}
