import Display

/// A number or truth value as it is written in a cell, in whose place a part of a tensor can be set.
///
///     x[0, 0] = 5
///     x[x .< 0] = 0.5
///
/// It stands nowhere else, and can do nothing: were a written number a tensor, every sum of numbers of two kinds would
/// be one. A number from a variable is put as `Tensor(number)`.
public struct WrittenNumber {
    let number: any TensorScalar
}

extension WrittenNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral {
    public init(integerLiteral value: Int) { number = value }
    public init(floatLiteral value: Double) { number = value }
    public init(booleanLiteral value: Bool) { number = value }
}

extension Tensor {
    /// Sets a part to a number.
    @_disfavoredOverload
    public subscript(_ indices: any TensorIndex...) -> WrittenNumber {
        @available(*, unavailable, message: "a part of a tensor is a Tensor")
        get { misuse("a part of a tensor is a Tensor") }
        set { assign(beside(newValue.number), to: selections(indices)) }
    }

    /// Sets a number where a mask is true.
    @_disfavoredOverload
    public subscript(_ mask: Tensor) -> WrittenNumber {
        @available(*, unavailable, message: "a part of a tensor is a Tensor")
        get { misuse("a part of a tensor is a Tensor") }
        set { assign(beside(newValue.number), where: mask) }
    }
}
