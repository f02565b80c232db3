import Display

/// One fit on its way.
final class TrainingRun {
    private let model: Model
    private let graph: Graph
    private let compilation: Compilation
    private let order: TrainingOrder
    private let samples: Samples
    private let validation: (samples: Samples, range: Range<Int>)?
    private var view: TrainingView
    private var history = History()

    init(
        _ model: Model, graph: Graph, order: TrainingOrder, samples: Samples,
        validation: (samples: Samples, range: Range<Int>)?
    ) {
        self.model = model
        self.graph = graph
        self.order = order
        self.samples = samples
        self.validation = validation
        compilation = model.compiled(for: "fit")
        view = TrainingView(model: model.name, order: order)
    }

    func run() -> History {
        model.prepareSlots(of: graph)
        for epoch in 1...order.epochs {
            train(epoch: epoch)
            var metrics = context.tally.results
            if let validation {
                metrics += model.measure(graph, validation.samples, validation.range)
                    .map { Metric(name: "val_\($0.name)", value: $0.value) }
            }
            history.append(epoch: epoch, metrics)
            model.history = history
            view.finish(epoch: epoch, metrics)
        }
        return history
    }

    private var context: StepContext { compilation.context }

    private func train(epoch: Int) {
        compilation.startTally(for: graph)
        positions().withUnsafeBufferPointer { positions in
            for step in 0..<order.stepsPerEpoch {
                let start = step * order.batchSize
                let batch = positions[start..<min(start + order.batchSize, positions.count)]
                let plan = plan(batchSize: batch.count)
                plan.load(samples, at: UnsafeBufferPointer(rebasing: batch))
                context.step += 1
                plan.run()
                guard context.tally.lastLoss.isFinite else { stop(epoch: epoch, step: step + 1) }
                view.progress(epoch: epoch, step: step + 1, context.tally)
            }
        }
        model.epochCount += 1
    }

    /// The samples in the order in which this epoch sees them.
    private func positions() -> [Int32] {
        guard order.shuffles else { return (0..<order.sampleCount).map(Int32.init) }
        var generator = model.generator.named("order", model.epochCount)
        return generator.permutation(order.sampleCount).map(Int32.init)
    }

    private func plan(batchSize: Int) -> Plan {
        model.plans.plan(
            for: graph, purpose: batchSize == order.batchSize ? .training : .remainder, batchSize: batchSize,
            loss: compilation.loss, context: context)
    }

    private func stop(epoch: Int, step: Int) -> Never {
        model.history = history
        let loss = context.tally.lastLoss.isNaN ? "NaN" : "infinite"
        misuse(
            """
            \(model.name): the loss became \(loss) in epoch \(epoch), step \(step). Usual causes: a learning rate that is too \
            high (it is \(NumberText.short(context.learningRate))), inputs that are not scaled to about -1...1, or \
            NaN among them. The epochs before are in the model's history
            """)
    }
}
