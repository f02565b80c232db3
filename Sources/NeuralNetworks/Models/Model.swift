import Display
import Tensors

/// A network of layers that can be trained, evaluated and asked for predictions.
///
/// ``Sequential`` is one whose layers follow one another; ``init(inputs:outputs:name:)`` makes one with branches.
public class Model {
    /// What a summary calls the model, such as `sequential_1`.
    public let name: String
    /// What the last `fit` went through, also where it was stopped.
    public internal(set) var history: History?

    var graph: Graph?
    private(set) var compilation: Compilation?
    let plans = PlanCache()
    /// Set by a callback, it ends the fit under way after the present step.
    public var stopTraining = false
    /// The fit under way.
    weak var trainingRun: TrainingRun?
    /// How many times the samples of a fit were put in order: how many epochs it has been trained for, over all fits.
    var epochCount = 0
    /// Where all random numbers of the model and of its trainings come from.
    let generator: RandomGenerator

    init(name: String, generator: RandomGenerator) {
        self.name = name
        self.generator = generator
    }

    /// A model of all layers between an input and an output.
    ///
    ///     let input = Input(shape: [28, 28, 1])
    ///     let shortcut = Conv2D(filters: 32, kernelSize: 3, padding: .same)(input)
    ///     var x = Conv2D(filters: 32, kernelSize: 3, padding: .same, activation: .relu)(shortcut)
    ///     x = Add()([x, shortcut])
    ///     x = Dense(units: 10, activation: .softmax)(Flatten()(x))
    ///     let model = Model(inputs: input, outputs: x)
    ///
    /// It has one input and one output; models of several are not supported. Layers that belong to another model too keep
    /// their numbers: both models have the same, so that one of them shows what happens inside the other, or stands on its
    /// first layers (``input``, ``LayerHandle/output``).
    public init(inputs: SymbolicTensor, outputs: SymbolicTensor, name: String? = nil) {
        self.name = name ?? LayerNames.session.next(kind: "Model")
        generator = RandomGenerator.session.split()
        graph = Graph(from: inputs.node, to: outputs.node, model: self.name, generator: generator)
    }

    init(_ graph: Graph, name: String, generator: RandomGenerator) {
        self.name = name
        self.generator = generator
        self.graph = graph
    }

    /// Says how the model is to be trained and measured; what an earlier optimizer remembered is forgotten.
    ///
    ///     model.compile(optimizer: Adam(), loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
    public func compile(optimizer: some Optimizer = .adam, loss: some Loss, metrics: [MetricKind] = []) {
        for (index, metric) in metrics.enumerated() {
            demand(
                !metrics[..<index].contains { $0.name == metric.name },
                "\(name): two metrics are called \"\(metric.name)\"")
        }
        compilation = Compilation(
            loss: loss, metrics: metrics, context: StepContext(optimizer: optimizer, generator: generator))
        plans.removeAll()
        for parameter in graph?.parameters ?? [] { parameter.prepareSlots(0) }
    }

    /// The layers that a summary lists; of a chain of layers, Keras leaves out the input.
    var listedNodes: ArraySlice<Node> { (graph?.nodes ?? [])[...] }

    /// Makes the graph where the shape of the input was not known before.
    func build(inputShape: Shape) {}

    /// Shows the model's layers with their output shapes and how many numbers they learn.
    public func summary() {
        display(Output.modelSummary(summaryOutput))
    }

    /// The graph for samples of this shape; stops the cell where the model takes others.
    func graph(for inputs: Tensor, in method: String) -> Graph {
        demand(
            inputs.shape.rank >= 1 && inputs.shape[0] > 0,
            "\(name): \(method) needs at least one sample, but received a tensor of shape \(inputs.shape)")
        let sampleShape = Shape(Array(inputs.shape.sizes.dropFirst()))
        if graph == nil { build(inputShape: sampleShape) }
        guard let graph else { misuse("\(name): the model has no layers") }
        demand(
            graph.inputShape == sampleShape,
            """
            \(name): \(method) expected samples of shape \(graph.inputShape), but received \(sampleShape) \
            (a tensor of shape \(inputs.shape))
            """)
        return graph
    }

    /// Makes room for what the optimizer remembers, unless it has remembered something already.
    func prepareSlots(of graph: Graph) {
        let optimizer = compiled(for: "fit").context.optimizer
        for parameter in graph.parameters where parameter.slots.count != optimizer._slotCount {
            parameter.prepareSlots(optimizer._slotCount, initially: optimizer._initialSlotValue)
        }
    }

    /// A model can predict before it is compiled.
    var contextForInference: StepContext {
        compilation?.context ?? StepContext(optimizer: .adam, generator: generator)
    }

    /// How it was compiled; stops the cell where it was not.
    func compiled(for method: String) -> Compilation {
        guard let compilation else {
            misuse("\(name): call compile(optimizer:loss:metrics:) before \(method)")
        }
        return compilation
    }
}

/// What `compile` sets.
struct Compilation {
    let loss: any Loss
    let metrics: [MetricKind]
    let context: StepContext

    /// What the predictions of a graph are compared with.
    func targets(of graph: Graph) -> TargetKind { loss._targetKind(outputShape: graph.outputShape) }

    /// Starts counting the loss and the metrics anew.
    func startTally(for graph: Graph) {
        context.tally = Tally(metrics: metrics, targets: targets(of: graph), outputShape: graph.outputShape)
    }
}
