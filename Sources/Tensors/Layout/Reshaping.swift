import Display

extension Tensor {
    /// The same numbers in another shape; one size may be −1 and follows from the others.
    ///
    ///     images.reshaped(-1, 28, 28, 1)   // (60000, 28, 28) becomes (60000, 28, 28, 1)
    ///
    /// Nothing is copied. A shape that holds another number of elements stops the cell.
    public func reshaped(_ sizes: Int...) -> Tensor { reshaped(Shape(sizes)) }

    /// The same numbers in another shape; one size may be −1 and follows from the others.
    public func reshaped(_ shape: Shape) -> Tensor {
        Tensor(shape: completed(shape), elementType: elementType, storage: storage, offset: offset)
    }

    /// All numbers in a single axis.
    public func flattened() -> Tensor { reshaped([count]) }

    /// Fills in a size of −1.
    private func completed(_ wanted: Shape) -> Shape {
        let open = wanted.sizes.filter { $0 == -1 }.count
        demand(open <= 1, "reshaped: only one size can be -1, but the shape is \(wanted)")
        demand(
            wanted.sizes.allSatisfy { $0 >= -1 }, "reshaped: sizes must not be negative, but the shape is \(wanted)")
        let known = wanted.sizes.filter { $0 != -1 }.reduce(1, *)
        let fits = open == 1 ? known > 0 && count % known == 0 : known == count
        demand(fits, "reshaped: the \(count) numbers of a shape \(shape) do not fit the shape \(wanted)")
        return Shape(wanted.sizes.map { $0 == -1 ? count / known : $0 })
    }
}
