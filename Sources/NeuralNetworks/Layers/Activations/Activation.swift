import Tensors

/// A function of each element, as a layer of its own.
///
///     BatchNormalization()
///     Activation(.relu)
public struct Activation: Layer {
    public static let kind = "Activation"

    public let name: String?
    public let inputShape: Shape?
    let function: ActivationFunction

    public init(_ function: ActivationFunction, inputShape: Shape? = nil, name: String? = nil) {
        self.function = function
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        try place.activatedShape(by: function)
    }

    public func _layOut(_ layout: LayerLayout) -> Signal { layout.activatedInput(by: function) }
}

extension LayerPlace {
    /// The shape of the input, which an activation keeps.
    func activatedShape(by function: ActivationFunction) throws(LayerRefusal) -> Shape {
        if function == .softmax, inputShape.rank == 0 { throw refusal(expecting: "samples with at least one axis") }
        return inputShape
    }
}

extension LayerLayout {
    /// What an activation makes of the layer's input.
    func activatedInput(by function: ActivationFunction) -> Signal {
        if function == .linear { return passedOn(input) }
        if function != activationLeftToLoss { return activated(input, by: function) }
        // The loss writes predictions in the place of logits; what the layer before remembers must stay as it is.
        builder.leaveActivationToLoss()
        let output = derived(from: input, copy(input.memory))
        onWayBack(from: output) { contribute($0, to: input) }
        return output
    }
}
