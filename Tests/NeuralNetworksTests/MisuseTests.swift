import Tensors
import Testing

@testable import NeuralNetworks

/// What an author who makes a mistake reads. Each wrong use ends the process with its sentence.
@Suite struct MisuseTests {
    @Test func `layers check their arguments`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { _ = Dropout(rate: 1.5) },
            says: "Dropout: rate must be in 0..<1, but is 1.5")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Conv2D(filters: 8, kernelSize: (3, 0))
            },
            says: "Conv2D: kernelSize must be at least 1, but is (3, 0)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = MaxPool2D(poolSize: "2")
            },
            says: "MaxPool2D: poolSize must be a whole number or a pair of them, but is 2")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { _ = Dense(units: 0) },
            says: "Dense: units must be at least 1, but is 0")
    }

    @Test func `activations, reshaping and rescaling check their arguments`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = LeakyReLU(negativeSlope: -1)
            },
            says: "LeakyReLU: negativeSlope must be at least 0 and finite, but is -1.0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = ReLU(negativeSlope: -1)
            },
            says: "ReLU: negativeSlope must be at least 0 and finite, but is -1.0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = ELU(alpha: .infinity)
            },
            says: "ELU: alpha must be finite, but is inf")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Rescaling(scale: .infinity)
            },
            says: "Rescaling: scale must be finite, but is inf")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Reshape(targetShape: [-1, 0])
            },
            says: "Reshape: targetShape must have sizes of at least 1, or one of -1, but is [-1, 0]")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([Reshape(targetShape: [5, -1], inputShape: [12])])
            },
            says: "reshape: expected a sample that fills the shape [5, -1], but received (12,)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = AveragePooling2D(poolSize: 0)
            },
            says: "AveragePooling2D: poolSize must be at least 1, but is 0")
    }

    @Test func `layers name the shape that they expected`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([Flatten(inputShape: [28, 28]), Conv2D(filters: 8, kernelSize: 3)])
            },
            says: "conv2d: expected a shape (height, width, channels), but received (784,)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([Conv2D(filters: 8, kernelSize: (5, 3), inputShape: [4, 28, 1])])
            },
            says: "conv2d: expected images of at least 5 × 3 pixels, but received (4, 28, 1)")
    }

    @Test func `normalization, merging and regularizers check what they are given`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = BatchNormalization(momentum: 1.5)
            },
            says: "BatchNormalization: momentum must be in 0...1, but is 1.5")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Regularizer.l2(-0.1)
            },
            says: "Regularizer: l2 must be at least 0, but is -0.1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Add()(Input(shape: [3]), Input(shape: [4]))
            },
            says: "add: expected at least two inputs of the same shape, but received (3,) and (4,)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Concatenate()(Input(shape: [2, 3]), Input(shape: [4, 3]))
            },
            says: """
                concatenate: expected at least two inputs that have axis -1 and agree in all other axes, but received (2, 3) \
                and (4, 3)
                """)
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([GlobalAveragePooling2D(inputShape: [28, 28])])
            },
            says: "global_average_pooling2d: expected a shape (height, width, channels), but received (28, 28)")
    }

    @Test func `noise, spatial dropout, bounds and axes are checked`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = SpatialDropout2D(rate: 1)
            },
            says: "SpatialDropout2D: rate must be in 0..<1, but is 1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([SpatialDropout2D(rate: 0.5, inputShape: [28, 28])])
            },
            says: "spatial_dropout2d: expected a shape (height, width, channels), but received (28, 28)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = GaussianNoise(stddev: 1.5)
            },
            says: "GaussianNoise: stddev must be in 0...1, but is 1.5")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = ReLU(maxValue: -1)
            },
            says: "ReLU: maxValue must be at least 0 and finite, but is -1.0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = ReLU(threshold: .infinity)
            },
            says: "ReLU: threshold must be at least 0 and finite, but is inf")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Softmax(axis: 0)
            },
            says: "Softmax: axis must not be 0, that of the samples")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([Softmax(axis: 3, inputShape: [4, 5])])
            },
            says: "softmax: expected samples that have axis 3, but received (4, 5)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = LayerNormalization(epsilon: 0)
            },
            says: "LayerNormalization: epsilon must be above 0, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([LayerNormalization(axis: 2, inputShape: [4])])
            },
            says: "layer_normalization: expected samples that have axis 2, but received (4,)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Sequential([LayerNormalization(axis: [-1, 3], inputShape: [4, 5, 6])])
            },
            says: "layer_normalization: expected samples that have the axes [-1, 3], but received (4, 5, 6)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Multiply()(Input(shape: [3]), Input(shape: [4]))
            },
            says: "multiply: expected at least two inputs of the same shape, but received (3,) and (4,)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Maximum()(Input(shape: [3]))
            },
            says: "maximum: expected at least two inputs of the same shape, but received (3,)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Minimum()(Input(shape: [3]), Input(shape: [3, 1]))
            },
            says: "minimum: expected at least two inputs of the same shape, but received (3,) and (3, 1)")
    }

    @Test func `fit checks what it is given`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                Sequential([Dense(units: 2)]).fit(.random([4, 3]), .randomLabels(4, classes: 2))
            },
            says: "sequential: call compile(optimizer:loss:metrics:) before fit")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(.random([4, 5]), .randomLabels(4, classes: 2))
            },
            says: "sequential: fit expected samples of shape (3,), but received (5,) (a tensor of shape (4, 5))")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(.random([4, 3]), .randomLabels(5, classes: 2))
            },
            says: """
                sequential: there must be as many targets as inputs, but there are inputs of shape (4, 3) and targets of \
                shape (5,)
                """)
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(.random([2, 3]), Tensor(shape: [2], [1, 2]))
            },
            says: """
                sequential: a label must be a whole number from 0 to 1, as the last layer has 2 results, but one is 2
                """)
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(.random([4, 3]), .randomLabels(4, classes: 2), validationSplit: 1)
            },
            says: "sequential: validationSplit must be in 0..<1, but is 1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(.random([4, 3]), .randomLabels(4, classes: 2), epochs: 0)
            },
            says: "sequential: epochs must be at least 1, but is 0")
    }

    @Test func `fit checks weights, epochs and callbacks`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(
                    .random([4, 3]), .randomLabels(4, classes: 2), classWeight: [1: 2], sampleWeight: .random([4]))
            },
            says: "sequential: only one of classWeight and sampleWeight can be given, but both are")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(.random([4, 3]), .randomLabels(4, classes: 2), sampleWeight: .random([3]))
            },
            says: "sequential: sampleWeight must have a number for each of the 4 samples, but its shape is (3,)")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(.random([4, 3]), .randomLabels(4, classes: 2), classWeight: [1: -0.5])
            },
            says: "sequential: a weight must be at least 0, but that of class 1 is -0.5")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(.random([4, 3]), .randomLabels(4, classes: 2), epochs: 5, initialEpoch: 5)
            },
            says: "sequential: epochs counts those before initialEpoch too, so it must be above 5, but is 5")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(.random([4, 3]), .randomLabels(4, classes: 2), stepsPerEpoch: 0)
            },
            says: "sequential: stepsPerEpoch must be at least 1, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(
                    .random([4, 3]), .randomLabels(4, classes: 2), callbacks: [EarlyStopping(monitor: "val_f1")])
            },
            says: "EarlyStopping watches val_f1, which is not measured; there are accuracy, loss")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeImageModel().fit(ImageDataGenerator().flow(.random([4, 5, 5, 1])))
            },
            says: "sequential: fit needs labels, but the flow was made without y")
    }

    @Test func `a checkpoint checks where it goes`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = ModelCheckpoint(filepath: "model-{epoch")
            },
            says: "ModelCheckpoint: filepath must have \"{\" and \"}\" in pairs, but is \"model-{epoch\"")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = ModelCheckpoint(filepath: "{epoch:x}")
            },
            says: """
                ModelCheckpoint: filepath must have places such as {epoch:02d} and {val_loss:.2f}, but has {epoch:x}
                """)
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(
                    .random([4, 3]), .randomLabels(4, classes: 2), callbacks: [ModelCheckpoint(filepath: "{val_loss}")])
            },
            says: "ModelCheckpoint: filepath has {val_loss}, which is not measured; there are accuracy, epoch, loss")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = ModelCheckpoint(filepath: "model", saveFreq: 0)
            },
            says: "ModelCheckpoint: saveFreq must be .epoch or at least 1, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                makeModel().fit(
                    .random([4, 3]), .randomLabels(4, classes: 2), callbacks: [ModelCheckpoint(filepath: "/proc/model")]
                )
            },
            says: "ModelCheckpoint: /proc/model: cannot be written: No such file or directory")
    }

    @Test func `optimizers and schedules check their arguments`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = AdamW(clipNorm: 1, globalClipNorm: 0.5)
            },
            says: """
                AdamW: only one of clipNorm, clipValue and globalClipNorm can be given, but clipNorm is 1 and globalClipNorm \
                is 0.5
                """)
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { _ = SGD(clipValue: 0) },
            says: "SGD: clipValue must be above 0, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Nadam(learningRate: -0.1)
            },
            says: "Nadam: learningRate must be above 0, but is -0.1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = AdamW(weightDecay: -1)
            },
            says: "AdamW: weightDecay must be at least 0, but is -1")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = PiecewiseConstantDecay(boundaries: [1, 2], values: [0.1, 0.2])
            },
            says: """
                PiecewiseConstantDecay: there must be one value more than boundaries, but there are 2 values and 2 boundaries
                """)
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = ExponentialDecay(initialLearningRate: 0.1, decaySteps: 0, decayRate: 0.9)
            },
            says: "ExponentialDecay: decaySteps must be at least 1, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let model = makeModel()
                let schedule = PiecewiseConstantDecay(boundaries: [9], values: [0.1, 0.01])
                model.compile(optimizer: SGD(learningRate: schedule), loss: .sparseCategoricalCrossentropy)
                model.optimizer.learningRate = 0.5
            },
            says: """
                sgd: the learning rate follows PiecewiseConstantDecay(boundaries: [9], values: [0.1, 0.01]), so it cannot be \
                set to 0.5; give the optimizer a number as learningRate
                """)
    }

    @Test func `losses and metrics check what they are compared with`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = BinaryCrossentropy(labelSmoothing: 1.5)
            },
            says: "BinaryCrossentropy: labelSmoothing must be in 0...1, but is 1.5")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { _ = Huber(delta: 0) },
            says: "Huber: delta must be above 0, but is 0")
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let model = Sequential([Conv2D(filters: 2, kernelSize: 3, inputShape: [5, 5, 1])])
                model.compile(loss: .sparseCategoricalCrossentropy)
                model.fit(.random([4, 5, 5, 1]), .randomLabels(4, classes: 2))
            },
            says: """
                sparse_categorical_crossentropy: expected a model that gives a vector for each sample, but it gives (3, 3, 2)
                """)
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let model = makeModel()
                model.compile(loss: .sparseCategoricalCrossentropy, metrics: [.recall])
                model.fit(.random([4, 3]), .randomLabels(4, classes: 2))
            },
            says: """
                recall: expected a number as target for each of the 2 predictions of a sample, but the loss compares them with \
                class labels; use .categoricalCrossentropy or .binaryCrossentropy
                """)
    }

    @Test func `a loss that is no number stops the fit and says where`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let x = Tensor(shape: [3, 3], [1, 2, 3, 4, 5, .nan, 7, 8, 9])
                makeModel().fit(x, .randomLabels(3, classes: 2), batchSize: 1, shuffle: false)
            },
            says: """
                sequential: the loss became NaN in epoch 1, step 2. Usual causes: a learning rate that is too high (it is \
                0.001), inputs that are not scaled to about -1...1, or NaN among them. The epochs before are in the model's \
                history
                """)
    }

    @Test func `a history lists what it has`() async {
        expect(
            await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = makeModel().fit(.random([4, 3]), .randomLabels(4, classes: 2))["acc"]
            },
            says: "history has no \"acc\"; it has \"loss\", \"accuracy\"")
    }
}

private func makeModel() -> Sequential {
    let model = Sequential([Dense(units: 2, activation: .softmax, inputShape: [3])])
    model.compile(optimizer: .adam, loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
    return model
}

private func makeImageModel() -> Sequential {
    let model = Sequential([Flatten(inputShape: [5, 5, 1]), Dense(units: 2, activation: .softmax)])
    model.compile(optimizer: .adam, loss: .sparseCategoricalCrossentropy)
    return model
}
