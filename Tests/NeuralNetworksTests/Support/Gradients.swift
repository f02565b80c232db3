import Tensors

@testable import NeuralNetworks

/// The gradient of the loss by each parameter: what one step of plain gradient descent with a rate of 1 takes away.
func gradients(of model: Model, _ x: Tensor, _ y: Tensor, loss: some Loss) -> [[Float]] {
    let parameters = model.graph!.parameters
    let before = parameters.map(\.value)
    model.compile(optimizer: SGD(learningRate: 1), loss: loss)
    model.fit(x, y, batchSize: x.shape[0], shuffle: false, verbose: 0)
    let gradients = zip(before, parameters).map { before, parameter in
        zip(before.values, parameter.value.values).map { $0 - $1 }
    }
    for (parameter, value) in zip(parameters, before) { parameter.value = value }
    return gradients
}

/// For each parameter that learns, how much the loss of a training step changes along its gradient, by the gradient itself
/// and by trying.
///
/// - Parameter step: how far the parameter is moved to either side.
func slopes(
    of model: Model, _ x: Tensor, _ y: Tensor, loss: some Loss, step: Float = 1e-3
) -> [(length: Double, slope: Double)] {
    let gradients = gradients(of: model, x, y, loss: loss)
    return zip(model.graph!.parameters, gradients).filter { $0.0.isTrainable }.map { parameter, gradient in
        let length = gradient.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
        let before = parameter.value
        let lossAt = { (distance: Float) in
            let moved = zip(before.values, gradient).map { $0 + distance * $1 / Float(max(length, 1e-30)) }
            parameter.value = Tensor(shape: before.shape, moved)
            return trainingLoss(of: model, x, y, loss: loss)
        }
        let slope = (lossAt(step) - lossAt(-step)) / Double(2 * step)
        parameter.value = before
        return (length, slope)
    }
}

/// The loss of a first step, with what only a training does, such as dropout; the step itself is too short to move anything.
private func trainingLoss(of model: Model, _ x: Tensor, _ y: Tensor, loss: some Loss) -> Double {
    model.compile(optimizer: SGD(learningRate: 1e-30), loss: loss)
    return model.fit(x, y, batchSize: x.shape[0], shuffle: false, verbose: 0)["loss"][0]
}

/// A loss whose gradient with respect to the predictions is the targets.
struct Projection: Loss {
    let name = "projection"

    func _evaluate(_ batch: LossBatch) -> Double {
        batch.gradient?.update(from: batch.numbers, count: batch.rows * batch.width)
        return 0
    }
}
