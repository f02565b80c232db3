import Display
import Glibc

/// One fit on its way.
final class TrainingRun {
    let fit: FitSetting
    var view: TrainingView
    var history = History()
    /// What is kept of it for another run; nil where nothing is.
    private(set) var memo: TrainingMemo?
    /// Notes how long each command takes, where the person who runs the chapter wants to know.
    private let profile = getenv("NBRUN_PROFILE") == nil ? nil : Profile()

    init(_ fit: FitSetting) {
        self.fit = fit
        view = TrainingView(model: fit.model.name, order: fit.order)
    }

    func run() -> History {
        begin()
        let epochs = restore()
        // Parameters lie as this plan wants them, whichever batch comes first.
        if !epochs.isEmpty { _ = plan(batchSize: batches.batchSize) }
        for epoch in epochs {
            for callback in callbacks { callback.onEpochBegin(epoch, of: model) }
            train(epoch: epoch)
            finish(epoch: epoch)
            memo?.keep(isLast: model.stopTraining || epoch + 1 == order.epochs) { checkpoint }
            if model.stopTraining { break }
        }
        for callback in callbacks { callback.onTrainEnd(of: model) }
        view.showRemarks()
        memo?.finish()
        if let profile { display(Output.table(profile.table)) }
        if order.isShown { history.shownIn = .current }
        return history
    }

    private func begin() {
        model.prepareSlots(of: graph)
        model.stopTraining = false
        model.history = history
        model.trainingRun = self
        for callback in callbacks { callback.onTrainBegin(of: model) }
        // A profile measures steps, so they have to be done.
        if order.isMemoised, profile == nil, EngineBuild.roundsAsUsual { memo = TrainingMemo(of: fit, in: .ofSession) }
    }

    /// Puts a line into the training's output.
    func remark(_ text: String) {
        view.remark(text)
    }

    var model: Model { fit.model }
    var graph: Graph { fit.graph }
    var order: TrainingOrder { fit.order }
    var batches: any BatchSource { fit.batches }
    var callbacks: [any Callback] { fit.callbacks }
    private var context: StepContext { fit.compilation.context }

    private func train(epoch: Int) {
        fit.compilation.startTally(for: graph)
        for step in 0..<order.stepsPerEpoch {
            let plan = plan(batchSize: batches.nextBatchSize)
            batches.loadNext(into: plan)
            context.step += 1
            if let profile, plan.batchSize == batches.batchSize { plan.run(profile: profile) } else { plan.run() }
            guard context.tally.lastLoss.isFinite else { stop(epoch: epoch, step: step) }
            view.progress(epoch: epoch + 1, step: step + 1, context.tally, kept: memo?.keptEpochs)
            tell(batch: step)
            if model.stopTraining { break }
        }
    }

    private func tell(batch: Int) {
        guard !callbacks.isEmpty else { return }
        let logs = context.tally.results.logs
        for callback in callbacks { callback.onBatchEnd(batch, logs: logs, of: model) }
    }

    /// Measures, keeps and shows what an epoch has come to.
    private func finish(epoch: Int) {
        var metrics = context.tally.results
        if let validation = fit.validation {
            metrics += model.measure(graph, validation.samples, validation.range)
                .map { Metric(name: "val_\($0.name)", value: $0.value) }
        }
        if callbacks.contains(where: \._logsLearningRate) {
            metrics.append(Metric(name: "learning_rate", value: context.learningRate))
        }
        history.append(epoch: epoch + 1, metrics)
        model.history = history
        view.finish(epoch: epoch + 1, metrics)
        for callback in callbacks { callback.onEpochEnd(epoch, logs: metrics.logs, of: model) }
        view.showRemarks()
    }

    private func plan(batchSize: Int) -> Plan {
        model.plans.plan(
            for: graph, purpose: batchSize == batches.batchSize ? .training : .remainder, batchSize: batchSize,
            loss: fit.compilation.loss, context: context)
    }

    private func stop(epoch: Int, step: Int) -> Never {
        batches.finish()
        memo?.finish()
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
