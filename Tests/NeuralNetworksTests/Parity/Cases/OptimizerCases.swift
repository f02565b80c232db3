import Tensors

@testable import NeuralNetworks

extension ParityCase {
    static let optimizers = [
        optimizer("sgd", SGD()),
        optimizer("sgd-momentum", SGD(learningRate: 0.05, momentum: 0.9)),
        optimizer("sgd-nesterov", SGD(learningRate: 0.05, momentum: 0.9, nesterov: true)),
        optimizer("rmsprop", RMSprop()),
        optimizer("rmsprop-momentum", RMSprop(learningRate: 0.002, rho: 0.8, momentum: 0.5)),
        optimizer("adam", Adam()),
        optimizer("adam-settings", Adam(learningRate: 0.02, beta1: 0.8, beta2: 0.95, epsilon: 1e-3)),
        optimizer("adamw", AdamW()),
        optimizer(
            "adamw-settings", AdamW(learningRate: 0.02, weightDecay: 0.1, beta1: 0.8, beta2: 0.95, epsilon: 1e-3)),
        optimizer("adagrad", Adagrad()),
        optimizer("adagrad-settings", Adagrad(learningRate: 0.1, initialAccumulatorValue: 0.02, epsilon: 1e-3)),
        optimizer("nadam", Nadam()),
        optimizer("nadam-settings", Nadam(learningRate: 0.02, beta1: 0.8, beta2: 0.95, epsilon: 1e-3)),
    ]

    /// Gradients that are longer than their limits, and numbers that decay.
    static let clippingAndDecay = [
        optimizer("clip-norm", SGD(learningRate: 0.5, clipNorm: 0.05)),
        optimizer("clip-value", SGD(learningRate: 0.5, momentum: 0.9, clipValue: 0.02)),
        optimizer("global-clip-norm", SGD(learningRate: 0.5, globalClipNorm: 0.1)),
        optimizer("global-clip-norm-adam", Adam(learningRate: 0.01, epsilon: 0.1, globalClipNorm: 0.1)),
        optimizer("weight-decay-sgd", SGD(learningRate: 0.05, momentum: 0.9, weightDecay: 0.1)),
        optimizer("weight-decay-rmsprop", RMSprop(learningRate: 0.002, weightDecay: 0.1)),
        optimizer("weight-decay-adam", Adam(learningRate: 0.01, weightDecay: 0.1)),
        optimizer("weight-decay-adagrad", Adagrad(learningRate: 0.05, weightDecay: 0.1)),
        optimizer("weight-decay-nadam", Nadam(learningRate: 0.01, weightDecay: 0.1)),
    ]

    static let schedules = [
        optimizer(
            "schedule-exponential",
            SGD(learningRate: ExponentialDecay(initialLearningRate: 0.2, decaySteps: 5, decayRate: 0.7))),
        optimizer(
            "schedule-staircase",
            Adam(
                learningRate: ExponentialDecay(
                    initialLearningRate: 0.02, decaySteps: 5, decayRate: 0.7, staircase: true))),
        optimizer(
            "schedule-cosine",
            SGD(learningRate: CosineDecay(initialLearningRate: 0.2, decaySteps: 15, alpha: 0.1), momentum: 0.9)),
        optimizer(
            "schedule-cosine-warm-up",
            AdamW(
                learningRate: CosineDecay(
                    initialLearningRate: 0.001, decaySteps: 12, alpha: 0.1, warmupTarget: 0.03, warmupSteps: 5),
                weightDecay: 0.1)),
        optimizer(
            "schedule-piecewise",
            SGD(learningRate: PiecewiseConstantDecay(boundaries: [4, 9], values: [0.2, 0.1, 0.02]))),
    ]

    private static func optimizer(_ name: String, _ optimizer: any Optimizer) -> ParityCase {
        ParityCase("optimizer-\(name)", optimizer: optimizer, loss: .sparseCategoricalCrossentropy) {
            Dense(units: 8, activation: .tanh)
            Dense(units: 4, activation: .softmax)
        }
    }
}
