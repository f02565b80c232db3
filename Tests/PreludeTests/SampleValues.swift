import Prelude

/// A value of each type that a chapter can hold.
func sampleValues() throws -> [Any] {
    try displayed + tensors() + figures + layers + trained() + ofTrainings
}

private var displayed: [Any] {
    [
        Table([1, 2]), HTML("<b>bold</b>"), FigureOutput(svg: "<svg/>", alternativeText: "a line"),
        TableOutput(columns: [.init(name: "a")], rows: [["1"]]),
        ModelSummary(
            modelName: "digits", rows: [.init(name: "dense", kind: "Dense", outputShape: [nil, 2], parameterCount: 6)],
            trainableCount: 6, nonTrainableCount: 0),
        TrainingLog(modelName: "digits", plannedEpochs: 2, stepsPerEpoch: 3, epochs: [.init(number: 1, metrics: [])]),
        Output.text("text"),
        StandardStream.output,
        Metric(name: "loss", value: 0.25), display("shown"),
    ]
}

private func tensors() throws -> [Any] {
    let shape: Shape = [2, 3]
    let set = try FashionMNIST.load().test
    return [
        shape, Tensor(zeros: shape), ElementType.int32, RandomGenerator(seed: 7), set,
        DatasetError.notIDX(path: "labels.gz"), SafetensorsFile(),
        SafetensorsError.invalidMetadata(path: "model.safetensors"), FigureFileError.unknownFormat(path: "figure.gif"),
    ]
}

private var figures: [Any] {
    [
        Figure { LinePlot([1, 2]) }, Axes { LinePlot([1, 2]) }, plt, ConfusionMatrix(Tensor([0, 1]), Tensor([0, 1])),
        Contour([[1, 2], [3, 4]]), Area([1, 2]), Heatmap([[1, 2]]), Step([1, 2]), Bar(["a"], [1]),
        ErrorBars([1, 2], [1, 2], error: [0.1, 0.2]), Text("here", at: (1, 2)), Scatter([1, 2], [3, 4]),
        LinePlot([1, 2]),
        HLine(1), VLine(2), Image(Tensor(zeros: [2, 2])), Histogram([1, 2, 2]),
        PlotCoordinate.number(1), PlotCoordinates.names(["a"]), Symbol.circle, FrameShape.free, MarkNames(x: ["a"]),
        MarkSeries(kind: "line chart", x: .numbers([1]), y: [2]), TextAlignment.left, Tick(1, "one"), AxisScale.log,
        PlotPoint(1, 2.5), LegendPlace.above, BarArrangement.stacked, ColorBar(.viridis, limits: 0...1),
        ImageLimits.each,
        ImageLimits.range(0...1), Tensor(zeros: [1, 2, 3]).gridImages.images[0], ColorMap.gray, LineStyle.solid,
        PlotColor("C3"), PlotColor.foreground,
        SmallMark.line([PlotPoint(0, 1)], .init("C1")), SmallMark.Fill("b"), SmallMark.SymbolStyle(.circle, color: "b"),
        SmallMark.DataRectangle(PlotPoint(0, 0), PlotPoint(1, 1)), SmallMark.PlotText("a", at: PlotPoint(0, 0)),
    ]
}

private var layers: [Any] {
    [
        Dense(units: 2), Flatten(), Dropout(rate: 0.5), Conv2D(filters: 2, kernelSize: 3), MaxPool2D(),
        AveragePooling2D(),
        GlobalAveragePooling2D(), GlobalMaxPooling2D(), SpatialDropout2D(rate: 0.5), LayerNormalization(),
        BatchNormalization(), DepthwiseConv2D(kernelSize: 3), GaussianNoise(stddev: 1), Reshape(targetShape: [2]),
        Minimum(), Maximum(), Concatenate(), Average(), Add(), Subtract(), Multiply(), Rescaling(scale: 0.5),
        Conv2DTranspose(filters: 2, kernelSize: 3), UpSampling2D(), ZeroPadding2D(),
        SeparableConv2D(filters: 2, kernelSize: 3),
        Tanh(), Sigmoid(), Softmax(), LeakyReLU(), ELU(), Activation(.relu), ReLU(), Swish(), GELU(),
        NormalizedAxes([1, 2]), Padding.same, Initializer.randomNormal(), Regularizer.l2(), Interpolation.nearest,
        ActivationFunction.relu, FillMode.nearest,
    ]
}

private var ofTrainings: [Any] {
    [
        Adam(), AdamW(), SGD(), RMSprop(), Nadam(), Adagrad(), Adam()._settings,
        Adam(learningRate: CosineDecay(initialLearningRate: 0.1, decaySteps: 10)),
        PiecewiseConstantDecay(boundaries: [1], values: [0.1, 0.01]),
        CosineDecay(initialLearningRate: 0.1, decaySteps: 10),
        ExponentialDecay(initialLearningRate: 0.1, decaySteps: 10, decayRate: 0.9), MetricKind.accuracy,
        LambdaCallback(), CSVLogger(filename: "log.csv"), EarlyStopping(), ReduceLROnPlateau(),
        LearningRateScheduler { _, rate in rate }, ModelCheckpoint(filepath: "model.safetensors"),
        ModelCheckpoint.Frequency.epoch, MonitorMode.auto, Verbosity(integerLiteral: 1), MeanAbsoluteError(),
        CategoricalCrossentropy(), MeanSquaredError(), BinaryCrossentropy(), SparseCategoricalCrossentropy(), Huber(),
        TargetKind.classes(10), ModelFileError.noArchitecture(path: "model.safetensors"),
    ]
}

/// What a model gives.
private func trained() -> [Any] {
    let model = Sequential(name: "digits") {
        Dense(units: 3, inputShape: [2])
        Dense(units: 1)
    }
    model.compile(optimizer: .sgd, loss: .meanSquaredError)
    let (x, y) = (Tensor(ones: [4, 2]), Tensor(ones: [4, 1]))
    let history = model.fit(x, y, epochs: 1, verbose: 0)
    let generator = ImageDataGenerator()
    let flow = generator.flow(Tensor(zeros: [3, 4, 4, 1]), batchSize: 2)
    return [
        model, Model(inputs: model.input, outputs: model.layers[0].output), history, model.evaluate(x, y),
        model.optimizer, model.layers, model.layers[0], model.input, model.activations(of: x[0]), generator, flow,
        flow.next(),
    ]
}
