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
    ///   - classWeight: how much samples of a class count in the loss; 1 for a class that is not named.
    ///   - sampleWeight: how much each sample counts in the loss.
    ///   - initialEpoch: how many of the `epochs` were done before, by an earlier fit.
    ///   - stepsPerEpoch: how many batches make an epoch, where that is not all of them; the next one goes on from there.
    ///   - callbacks: what is done before and after epochs and batches.
    ///   - verbose: whether the epochs are shown.
    ///   - memo: whether epochs that an earlier run trained in just this way are restored instead of trained again.
    /// - Returns: loss and metrics of each epoch.
    @discardableResult
    public func fit(
        _ x: Tensor, _ y: Tensor, epochs: Int = 1, batchSize: Int = 32, validationSplit: Double = 0,
        validationData: (Tensor, Tensor)? = nil, shuffle: Bool = true, classWeight: [Int: Double]? = nil,
        sampleWeight: Tensor? = nil, initialEpoch: Int = 0, stepsPerEpoch: Int? = nil,
        callbacks: [any Callback] = [], verbose: Verbosity = 1, memo: Bool = true
    ) -> History {
        demand(batchSize >= 1, "\(name): batchSize must be at least 1, but is \(batchSize)")
        demand(
            (0..<1).contains(validationSplit),
            "\(name): validationSplit must be in 0..<1, but is \(NumberText.short(validationSplit))")
        let compilation = compiled(for: "fit")
        let graph = self.graph(for: x, in: "fit")
        // As in Keras, nothing is held out where there are other samples to validate with.
        let trainCount = Int(Double(x.shape[0]) * (1 - (validationData == nil ? validationSplit : 0)))
        demand(
            trainCount > 0,
            """
            \(name): validationSplit \(NumberText.short(validationSplit)) leaves nothing to train with of the number of samples, \
            which is \(x.shape[0])
            """)
        let weights = SampleWeights(
            classWeight: classWeight, sampleWeight: sampleWeight, sampleCount: x.shape[0], model: name)
        let targets = compilation.targets(of: graph)
        return targets.withSamples(x, y, model: name) { samples in
            weights.weighing(samples, targets) { weighted in
                let batches = SampleBatches(
                    weighted, count: trainCount, batchSize: batchSize, shuffles: shuffle, model: self)
                let order = TrainingOrder(
                    epochs: epochs, initialEpoch: initialEpoch, stepsPerEpoch: stepsPerEpoch,
                    batchesPerPass: batches.batchesPerPass, verbose: verbose, memo: memo, model: name)
                let held = trainCount..<samples.count
                let split = held.isEmpty ? nil : (weights.holdForValidation ? weighted : samples, held)
                return withValidation(validationData, graph, else: split) { validation in
                    let setting = FitSetting(
                        model: self, graph: graph, compilation: compilation, order: order, batches: batches,
                        validation: validation, callbacks: callbacks)
                    return TrainingRun(setting).run()
                }
            }
        }
    }

    /// Trains the model with images that are changed anew in each epoch.
    ///
    ///     let flow = ImageDataGenerator(rotationRange: 10).flow(trainX, trainY, batchSize: 32)
    ///     model.fit(flow, epochs: 25, validationData: (testX, testY))
    ///
    /// While a batch trains, the next one is made on another thread; a flow goes on where it stands.
    ///
    /// - Parameter stepsPerEpoch: how many batches make an epoch; without it, as many as show every image once.
    /// - Returns: loss and metrics of each epoch.
    @discardableResult
    public func fit(
        _ flow: ImageFlow, epochs: Int = 1, validationData: (Tensor, Tensor)? = nil,
        classWeight: [Int: Double]? = nil, initialEpoch: Int = 0, stepsPerEpoch: Int? = nil,
        callbacks: [any Callback] = [], verbose: Verbosity = 1, memo: Bool = true
    ) -> History {
        let compilation = compiled(for: "fit")
        let graph = self.graph(for: flow.images, in: "fit")
        demand(flow.labels != nil, "\(name): fit needs labels, but the flow was made without y")
        let weights = SampleWeights(classWeight: classWeight, sampleWeight: nil, sampleCount: 0, model: name)
        let order = TrainingOrder(
            epochs: epochs, initialEpoch: initialEpoch, stepsPerEpoch: stepsPerEpoch,
            batchesPerPass: flow.batchesPerEpoch, verbose: verbose, memo: memo, model: name)
        return withValidation(validationData, graph, else: nil) { validation in
            let batches = FlowBatches(
                flow, count: order.stepCount, targets: compilation.targets(of: graph), weights: weights, model: name)
            defer { batches.finish() }
            let setting = FitSetting(
                model: self, graph: graph, compilation: compilation, order: order, batches: batches,
                validation: validation, callbacks: callbacks)
            return TrainingRun(setting).run()
        }
    }

    /// Holds the samples to validate with for as long as the closure runs.
    private func withValidation(
        _ data: (Tensor, Tensor)?, _ graph: Graph, else split: (Samples, Range<Int>)?,
        _ body: ((samples: Samples, range: Range<Int>)?) -> History
    ) -> History {
        guard let (x, y) = data else { return body(split) }
        _ = self.graph(for: x, in: "fit with validationData")
        return compiled(for: "fit").targets(of: graph).withSamples(x, y, model: name) { samples in
            body((samples, 0..<samples.count))
        }
    }
}
