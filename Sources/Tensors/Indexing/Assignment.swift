import Display

extension Tensor {
    /// Puts numbers in the place of a part.
    mutating func assign(_ value: Tensor, to selections: [AxisSelection]) {
        if let axis = selections.listAxis { return assign(value, to: selections, listAxis: axis) }
        let shape = Shape(view(of: selections).sizes)
        demandBroadcast(value, to: shape)
        demandFitting(value)
        makeOwn()
        view(of: selections).assign(TensorView(value).broadcast(to: shape))
    }

    /// Stops the cell where a part is to be set to what does not fit into its shape.
    func demandBroadcast(_ value: Tensor, to shape: Shape) {
        demand(
            value.shape.broadcast(with: shape) == shape,
            "a part of shape \(shape) cannot be set to a tensor of shape \(value.shape)")
    }

    /// Sees to it that the elements can be written without anybody else noticing.
    mutating func makeOwn() {
        guard !isKnownUniquelyReferenced(&storage) else { return }
        self = TensorView(self).tensor()
    }

    /// Stops the cell where numbers would be cut to the tensor's type.
    func demandFitting(_ value: Tensor) {
        guard elementType != .float32, value.elementType != elementType else { return }
        demand(
            value.asType(elementType) == value,
            "elements of type \(elementType) cannot be set to \(value.count == 1 ? "\(value.scalars[0])" : "these numbers") "
                + "of type \(value.elementType): make the tensor float32 first, by asType(.float32)")
    }
}
