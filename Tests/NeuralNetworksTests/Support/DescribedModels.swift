import Tensors

@testable import NeuralNetworks

/// Models that, together, have every kind of layer, optimizer, schedule, loss and metric that a file can describe.
enum DescribedModels {
    static var all: [Model] {
        LayerNames.$session.withValue(LayerNames()) { [images, activations, branches, adagrad, adamW, nadam] }
    }

    private static var images: Model {
        let model = Sequential([
            Conv2D(
                filters: 4, kernelSize: 3, strides: 2, padding: .same, activation: .leakyReLU,
                kernelInitializer: .randomUniform, kernelRegularizer: .l2(), inputShape: [8, 8, 2]),
            BatchNormalization(), SeparableConv2D(filters: 3, kernelSize: 2, depthMultiplier: 2),
            DepthwiseConv2D(kernelSize: 2, dilationRate: 1, depthwiseInitializer: .constant(0.5)),
            Conv2DTranspose(filters: 2, kernelSize: 3, strides: 2, outputPadding: 1), ZeroPadding2D(padding: 1),
            MaxPool2D(), UpSampling2D(size: 2, interpolation: .bilinear), SpatialDropout2D(rate: 0.1),
            AveragePooling2D(poolSize: 2, strides: 1), LayerNormalization(axis: [-1]), GlobalAveragePooling2D(),
            Dense(units: 3, activation: .softmax, biasInitializer: .truncatedNormal),
        ])
        model.compile(
            optimizer: Adam(
                learningRate: CosineDecay(initialLearningRate: 0, decaySteps: 9, warmupTarget: 1, warmupSteps: 3)),
            loss: .sparseCategoricalCrossentropy, metrics: [.accuracy, .topK(2)])
        return model
    }

    private static var activations: Model {
        let model = Sequential([
            Rescaling(scale: 2, offset: 1, inputShape: [6]), Reshape(targetShape: [2, -1]), ReLU(maxValue: 6),
            LeakyReLU(),
            ELU(), GELU(), Sigmoid(), Softmax(), Swish(), Tanh(), Activation(.softplus), Flatten(), Dropout(rate: 0.2),
            GaussianNoise(stddev: 0.1),
            Dense(units: 2, activation: .elu, kernelInitializer: .randomNormal, biasRegularizer: .l1()),
        ])
        model.compile(
            optimizer: SGD(
                learningRate: PiecewiseConstantDecay(boundaries: [2, 4], values: [0.1, 0.01, 0.001]), momentum: 0.9,
                clipNorm: 1),
            loss: .huber, metrics: [.mae, .mse])
        return model
    }

    private static var branches: Model {
        let input = Input(shape: [3, 3, 2])
        let a = Conv2D(filters: 2, kernelSize: 3, padding: .same)(input)
        let sum = Add()([input, a])
        let mean = Average()([sum, a])
        let product = Multiply()([Maximum()([mean, a]), Minimum()([sum, input])])
        let joined = Concatenate()([Subtract()([product, a]), sum])
        let model = Model(inputs: input, outputs: Dense(units: 1, activation: .sigmoid)(GlobalMaxPooling2D()(joined)))
        model.compile(
            optimizer: RMSprop(
                learningRate: ExponentialDecay(initialLearningRate: 0.1, decaySteps: 5, decayRate: 0.5, staircase: true)
            ),
            loss: .binaryCrossentropy, metrics: [.binaryAccuracy, .auc, .precision, .recall])
        return model
    }

    private static var adagrad: Model { compiled(Adagrad(clipValue: 2)) }
    private static var adamW: Model { compiled(AdamW(weightDecay: 0.01)) }
    private static var nadam: Model { compiled(Nadam(globalClipNorm: 3)) }

    private static func compiled(_ optimizer: some Optimizer) -> Model {
        let model = Sequential([Dense(units: 2, inputShape: [3]), Dense(units: 2, activation: .softmax)])
        model.compile(optimizer: optimizer, loss: .categoricalCrossentropy)
        return model
    }
}
