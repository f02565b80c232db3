import Tensors

@testable import NeuralNetworks

extension ParityCase {
    /// Branches that meet in a product, or in the largest or the smallest of their numbers.
    static let merging = [
        ParityCase("products-and-extremes", inputShape: [5]) { input in
            let left = Dense(units: 4, activation: .tanh)(input)
            let right = Dense(units: 4, activation: .sigmoid)(input)
            let third = Dense(units: 4)(input)
            let parts = [Multiply()(left, right, third), Maximum()(left, right, third), Minimum()(left, third)]
            return Dense(units: 2)(Concatenate()(parts))
        },
        ParityCase("gated-images", inputShape: [6, 5, 2]) { input in
            let x = Conv2D(filters: 7, kernelSize: 3, padding: .same, activation: .relu)(input)
            let gate = Conv2D(filters: 7, kernelSize: 1, activation: .sigmoid)(x)
            let other = Conv2D(filters: 7, kernelSize: 3, padding: .same)(input)
            return Dense(units: 3)(Flatten()(Maximum()(Multiply()(x, gate), other)))
        },
    ]
}
