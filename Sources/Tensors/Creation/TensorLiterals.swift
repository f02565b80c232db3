// A number written where a tensor is wanted is one: `x[0, 0] = 5`, `let bias: Tensor = 0.1`.

extension Tensor: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) {
        self.init(value as Int)
    }
}

extension Tensor: ExpressibleByFloatLiteral {
    public init(floatLiteral value: Double) {
        self.init(value as Double)
    }
}
