import Tensors

extension LayerPlace {
    /// The shape that all inputs have; stops the cell unless there are several, and they agree.
    func demandEqualShapes() -> Shape {
        if inputShapes.count < 2 || Set(inputShapes).count != 1 {
            refuse(expecting: "at least two inputs of the same shape")
        }
        return inputShape
    }
}
