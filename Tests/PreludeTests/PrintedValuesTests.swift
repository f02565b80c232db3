import Prelude
import Testing

/// What `print` shows of each type that a chapter can hold.
@Suite struct PrintedValuesTests {
    @Test func `every public type is printed for a reader`() throws {
        let samples = try sampleValues()
        let printed = Set(samples.map { String(describing: type(of: $0)) })
        let names = try PublicNames()
        let protocols = Set(Self.protocols), aliases = Set(Self.aliases)
        let missing = Set(names.types.keys).subtracting(printed).subtracting(names.namespaces)
            .subtracting(Self.unheld).subtracting(protocols).subtracting(aliases)
        #expect(missing.sorted() == [], "give a value of it, or say why no chapter holds one")
        for sample in samples {
            let text = String(describing: sample)
            let isReadable = !text.contains(/\(Function\)|Opaque|0x[0-9a-f]{6}|[(, ]_[a-z]+:/)
            let hasModule = (PublicNames.modules + ["Prelude"]).contains { text.contains("\($0).") }
            #expect(isReadable && !hasModule && !text.isEmpty && text.count < 700, "\(text)")
        }
    }

    @Test func `models, figures, tables and data tell what they are`() {
        let model = Sequential(name: "digits") {
            Dense(units: 4, inputShape: [8])
            Dense(units: 2)
        }
        #expect("\(model)" == "Sequential \"digits\": 2 layers, 46 parameters")
        #expect(
            "\(Sequential(name: "open") { Dense(units: 1) })"
                == "Sequential \"open\": the shape of its input is not known yet")
        #expect("\(Table(columns: ["a": [1, 2], "b": ["x", "y"]]))" == "a  b\n─  ─\n1  x\n2  y")
        #expect("\(Figure { LinePlot([1, 3]) })" == "[figure: Line chart. From 1 at 0 to 3 at 1.]")
        #expect(
            "\(Adam(clipNorm: 1))" == "Adam(learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-07, clipNorm: 1)"
        )
        #expect(
            "\(SGD(weightDecay: 0.01))" == "SGD(learningRate: 0.01, momentum: 0, isNesterov: false, weightDecay: 0.01)")
        #expect(
            "\(AdamW(weightDecay: 0.01))"
                == "AdamW(learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-07, weightDecay: 0.01)")
        #expect("\(Huber(delta: 0.5)) \(MeanSquaredError())" == "Huber(delta: 0.5) MeanSquaredError")
        #expect(
            "\(Regularizer.l2(0.5)) \(MetricKind.accuracy) \(PlotColor("C2")) \(ColorMap.magma.reversed)"
                == "Regularizer(l1: 0, l2: 0.5) accuracy C2 magma, reversed")
        let images = Tensor(zeros: [3, 4, 4, 1])
        let flow = ImageDataGenerator().flow(images, batchSize: 2)
        #expect(
            "\(flow) \(flow.next())"
                == "ImageFlow of images (3, 4, 4, 1), 2 in a batch ImageBatch of images (2, 4, 4, 1)")
    }

    @Test func `a tensor is a table`() async {
        #expect("\(Table(Tensor([[1, 2], [3, 4]]), names: ["x", "y"]))" == "x  y\n─  ─\n1  2\n3  4")
        #expect("\(Table(Tensor([[0.5, 1], [2, 3]])))" == "  0  1\n───  ─\n0.5  1\n2.0  3")
        #expect("\(Table(Tensor([true, false])))" == "value\n─────\ntrue\nfalse")
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Table(Tensor(zeros: [1, 2, 3]))
        }
        #expect(
            String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
                == "Table: a tensor must have 1 or 2 axes, but the shape is (1, 2, 3); take a part of it, or reshape it\n"
        )
    }

    /// What only the machinery makes and receives.
    private static let unheld: Set = [
        // What the session's process tells the runner.
        "Event", "EventFrame", "EventFrameReader", "StopReason", "TrainingProgress", "Restoration", "RestoredTraining",
        "RestoredEvaluation",
        // What tensors are written by.
        "NumberCollection", "AxisSelection", "WrittenNumber",
        // What layers, losses and optimizers work on.
        "LayerPlace", "LayerLayout", "LayerRefusal", "ParameterDescription", "ParameterBlock", "LossBatch", "Signal",
        // What a mark is told when it is drawn, and what it draws pixels by.
        "MarkContext", "Picture",
    ]

    private static let protocols = [
        "Displayable", "TensorElements", "TensorScalar", "TensorIndex", "MatrixValues", "PlotValues", "PlotValue",
        "Mark",
        "GridImages", "Layer", "Optimizer", "LearningRateSchedule", "Callback", "Loss",
    ]

    private static let aliases = [
        "CellEndHook", "Input", "IntOrPair", "IntOrPairOfPairs", "Convolution2D", "SeparableConvolution2D",
        "Convolution2DTranspose", "MaxPooling2D", "AvgPool2D", "GlobalAvgPool2D", "GlobalMaxPool2D",
    ]
}
