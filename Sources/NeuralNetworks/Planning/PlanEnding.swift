/// Where a plan turns round: predictions as rows, and the loss that compares them with the targets.
struct PlanEnding {
    private let builder: PlanBuilder
    private let node: Node
    private let output: Signal
    let predictions: Memory

    init(builder: PlanBuilder, node: Node, output: Signal) {
        self.builder = builder
        self.node = node
        self.output = output
        predictions = builder.reorder(output.memory, to: output.plainLayout, for: node.name)
        // The reader looks at them after the last command.
        builder.keepToTheEnd(predictions)
    }

    /// Appends the loss, and hands its gradient to the model's last layer.
    func append(_ loss: any Loss, targets: TargetMemory) {
        let gradient = builder.isTraining ? builder.allocate(predictions.layout) : nil
        let (context, areLogits) = (builder.context, builder.leavesActivationToLoss)
        let (predictions, width) = (predictions, predictions.layout.floatCount / builder.batchSize)
        let label = Command.Label(layer: node.name, pass: .loss, implementation: loss.name)
        builder.append(label, touching: [predictions] + (gradient.map { [$0] } ?? [])) {
            let batch = LossBatch(
                rows: targets.rowCount, width: width, predictions: predictions.floats, areLogits: areLogits,
                labels: targets.labels, numbers: targets.numbers, weights: targets.weights,
                gradient: gradient?.floats)
            context.tally.add(batch, lossSum: loss._evaluate(batch) + context.penalty * Double(batch.rows))
        }
        output.gradient = gradient
    }
}
