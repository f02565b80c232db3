internal import CKernels
import Tensors

/// Lays out the two passes of a batch normalization in a plan.
struct BatchNormalizationLayout {
    private let layout: LayerLayout
    private let momentum: Double
    private let gamma: Parameter?
    private let beta: Parameter?
    private let source: Memory
    private let problem: BatchNormalizationProblem
    private let statistics: [(argument: Int32, memory: Memory)]

    init(_ layout: LayerLayout, momentum: Double, epsilon: Double) {
        let builder = layout.builder
        let followsBatches = builder.isTraining && layout.node.isTrainable
        self.layout = layout
        self.momentum = momentum
        gamma = layout.parameter("gamma")
        beta = layout.parameter("beta")
        source = Self.images(layout, layout.input)
        problem = BatchNormalizationProblem(
            data: source.layout, epsilon: Float(epsilon), hasScale: gamma != nil, hasShift: beta != nil,
            usesGivenStatistics: !followsBatches)
        statistics = zip([Argument.mean, Argument.variance], Self.averages(layout)).map { argument, average in
            (argument, followsBatches ? builder.allocate(average.memory.layout) : average.memory)
        }
    }

    func layOut() -> Signal {
        let forward = problem.forward(isTraining: layout.builder.isTraining)
        let result = layout.builder.allocate(source.layout)
        layout.builder.append(
            layout.label(.forward, forward.implementation), forward,
            [(Argument.source, source), (Argument.destination, result)] + statistics + scaleAndShift)
        if !problem.usesGivenStatistics { moveAverages() }
        let output = layout.signal(
            layout.input.shape.rank == 3
                ? result
                : result.reinterpreted(as: .plain(layout.input.shape, batchSize: layout.builder.batchSize)))
        layout.onWayBack(from: output) { layOutBackward($0, output: output, hint: forward) }
        return output
    }

    private func layOutBackward(_ gradient: Memory, output: Signal, hint: PrimitiveDescriptor) {
        let builder = layout.builder
        let backward = problem.backward(hint: hint)
        let images = layout.input.shape.rank == 3 ? gradient : layout.rowsGradient(gradient, of: output).asImages
        let result = builder.allocate(source.layout)
        let byScale = gamma.map { (Argument.scaleGradient, builder.allocate($0.memory.layout)) }
        let byShift = beta.map { (Argument.shiftGradient, builder.allocate($0.memory.layout)) }
        builder.append(
            layout.label(.backward, backward.implementation), backward,
            [
                (Argument.source, source),
                (Argument.destinationGradient, builder.reorder(images, to: source.layout, for: layout.node.name)),
                (Argument.sourceGradient, result),
            ] + statistics + scaleAndShift + [byScale, byShift].compactMap(\.self))
        if layout.isTrainable, let gamma, let byScale { layout.update(gamma, by: byScale.1) }
        if layout.isTrainable, let beta, let byShift { layout.update(beta, by: byShift.1) }
        let shape = MemoryDescriptor.plain(layout.input.shape, batchSize: builder.batchSize)
        layout.contribute(layout.input.shape.rank == 3 ? result : result.reinterpreted(as: shape), to: layout.input)
    }

    private var scaleAndShift: [(Int32, Memory)] {
        (gamma.map { [(Argument.scale, $0.memory)] } ?? []) + (beta.map { [(Argument.shift, $0.memory)] } ?? [])
    }

    private func moveAverages() {
        let rate = Float(1 - momentum)
        for ((_, batch), average) in zip(statistics, Self.averages(layout)) {
            let (memory, count) = (average.memory, average.storedCount)
            layout.builder.append(layout.label(.update, "moving average"), touching: [batch]) {
                nbrun_move_average(batch.floats, memory.floats, count, rate)
            }
        }
    }

    private static func averages(_ layout: LayerLayout) -> [Parameter] {
        ["moving_mean", "moving_variance"].map { layout.parameter($0)! }
    }

    /// The input as images: whatever has no height and width gets one pixel.
    private static func images(_ layout: LayerLayout, _ signal: Signal) -> Memory {
        signal.shape.rank == 3 ? signal.memory : layout.rows(of: signal).asImages
    }
}

extension Memory {
    /// Rows as images of one pixel.
    fileprivate var asImages: Memory { reinterpreted(as: .plain(layout.sizes + [1, 1])) }
}
