import Tensors

@testable import NeuralNetworks

/// Epochs whose metrics are made up, to see what a callback makes of them.
struct ScriptedEpochs {
    /// How many epochs there were before the callback ended them.
    private(set) var count = 0
    /// The learning rate after each epoch.
    private(set) var rates: [Double] = []
    /// The number of the epoch whose weights the model has in the end.
    private(set) var epochOfWeights = 0

    /// - Parameter values: of a metric, an epoch each.
    init(_ values: [Double], of metric: String = "val_loss", with callback: some Callback) {
        let model = Sequential(seed: 1, [Dense(units: 1, useBias: false, inputShape: [1])])
        model.compile(optimizer: Adam(learningRate: 0.01), loss: .meanSquaredError, metrics: [.mae])
        model.compiled(for: "fit").startTally(for: model.graph!)
        callback.onTrainBegin(of: model)
        for (epoch, value) in values.enumerated() where !model.stopTraining {
            callback.onEpochBegin(epoch, of: model)
            model.parameterValues = [Tensor(shape: [1, 1], [Float(epoch)])]
            callback.onEpochEnd(epoch, logs: [metric: value], of: model)
            rates.append(model.optimizer.learningRate)
            count += 1
        }
        callback.onTrainEnd(of: model)
        epochOfWeights = Int(model.weightValues[0][0])
    }
}
