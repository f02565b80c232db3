import Display
import Glibc

/// One fit on its way.
final class TrainingRun {
    private let model: Model
    private let graph: Graph
    private let compilation: Compilation
    private let order: TrainingOrder
    private let batches: any BatchSource
    private let validation: (samples: Samples, range: Range<Int>)?
    private let callbacks: [any Callback]
    private(set) var view: TrainingView
    private var history = History()
    /// Notes how long each command takes, where the person who runs the chapter wants to know.
    private let profile = getenv("NBRUN_PROFILE") == nil ? nil : Profile()

    init(
        _ model: Model, graph: Graph, order: TrainingOrder, batches: any BatchSource,
        validation: (samples: Samples, range: Range<Int>)?, callbacks: [any Callback]
    ) {
        self.model = model
        self.graph = graph
        self.order = order
        self.batches = batches
        self.validation = validation
        self.callbacks = callbacks
        compilation = model.compiled(for: "fit")
        view = TrainingView(model: model.name, order: order)
    }

    func run() -> History {
        model.prepareSlots(of: graph)
        model.stopTraining = false
        model.history = history
        model.trainingRun = self
        for callback in callbacks { callback.onTrainBegin(of: model) }
        for epoch in order.initialEpoch..<order.epochs {
            for callback in callbacks { callback.onEpochBegin(epoch, of: model) }
            train(epoch: epoch)
            finish(epoch: epoch)
            if model.stopTraining { break }
        }
        for callback in callbacks { callback.onTrainEnd(of: model) }
        view.showRemarks()
        if let profile { display(Output.table(profile.table)) }
        return history
    }

    /// Puts a line into the training's output.
    func remark(_ text: String) {
        view.remark(text)
    }

    private var context: StepContext { compilation.context }

    private func train(epoch: Int) {
        compilation.startTally(for: graph)
        for step in 0..<order.stepsPerEpoch {
            let plan = plan(batchSize: batches.nextBatchSize)
            batches.loadNext(into: plan)
            context.step += 1
            if let profile, plan.batchSize == batches.batchSize { plan.run(profile: profile) } else { plan.run() }
            guard context.tally.lastLoss.isFinite else { stop(epoch: epoch, step: step) }
            view.progress(epoch: epoch + 1, step: step + 1, context.tally)
            tell(batch: step)
            if model.stopTraining { break }
        }
    }

    private func tell(batch: Int) {
        guard !callbacks.isEmpty else { return }
        let logs = Self.logs(context.tally.results)
        for callback in callbacks { callback.onBatchEnd(batch, logs: logs, of: model) }
    }

    /// Measures, keeps and shows what an epoch has come to.
    private func finish(epoch: Int) {
        var metrics = context.tally.results
        if let validation {
            metrics += model.measure(graph, validation.samples, validation.range)
                .map { Metric(name: "val_\($0.name)", value: $0.value) }
        }
        if callbacks.contains(where: \._logsLearningRate) {
            metrics.append(Metric(name: "learning_rate", value: context.learningRate))
        }
        history.append(epoch: epoch + 1, metrics)
        model.history = history
        view.finish(epoch: epoch + 1, metrics)
        let logs = Self.logs(metrics)
        for callback in callbacks { callback.onEpochEnd(epoch, logs: logs, of: model) }
        view.showRemarks()
    }

    private static func logs(_ metrics: [Metric]) -> [String: Double] {
        Dictionary(metrics.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    private func plan(batchSize: Int) -> Plan {
        model.plans.plan(
            for: graph, purpose: batchSize == batches.batchSize ? .training : .remainder, batchSize: batchSize,
            loss: compilation.loss, context: context)
    }

    private func stop(epoch: Int, step: Int) -> Never {
        batches.finish()
        let loss = context.tally.lastLoss.isNaN ? "NaN" : "infinite"
        misuse(
            """
            \(model.name): the loss became \(loss) in epoch \(epoch + 1), step \(step + 1). Usual causes: a learning rate that \
            is too high (it is \(NumberText.short(context.learningRate))), inputs that are not scaled to about -1...1, or \
            NaN among them. The epochs before are in the model's history
            """)
    }
}

extension Model {
    /// Puts a line into the output of the fit under way, for a callback that has something to say.
    ///
    ///     model.remark("Epoch 7: enough")
    public func remark(_ text: String) {
        trainingRun?.remark(text)
    }
}
