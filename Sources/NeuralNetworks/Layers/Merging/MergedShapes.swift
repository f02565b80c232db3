import Tensors

extension LayerPlace {
    /// The shape that all inputs have; throws unless there are several, and they agree.
    func equalShapes() throws(LayerRefusal) -> Shape {
        if inputShapes.count < 2 || Set(inputShapes).count != 1 {
            throw refusal(expecting: "at least two inputs of the same shape")
        }
        return inputShape
    }
}
