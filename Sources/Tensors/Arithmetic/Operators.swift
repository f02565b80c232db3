// Operators on tensors, and on a tensor and a number. They work on each element; shapes that differ are broadcast as in
// NumPy. `ElementType` says which type the result has.

extension Tensor {
    public static func + (a: Tensor, b: Tensor) -> Tensor { arithmetic(.add, a, b, "+") }
    public static func - (a: Tensor, b: Tensor) -> Tensor { arithmetic(.subtract, a, b, "-") }
    public static func * (a: Tensor, b: Tensor) -> Tensor { arithmetic(.multiply, a, b, "*") }
    /// The quotient, in floats: bytes divided by 255 are numbers from 0 to 1.
    public static func / (a: Tensor, b: Tensor) -> Tensor { arithmetic(.divide, a, b, "/") }

    public static func + (a: Tensor, b: some TensorScalar) -> Tensor { a + Tensor(b) }
    public static func - (a: Tensor, b: some TensorScalar) -> Tensor { a - Tensor(b) }
    public static func * (a: Tensor, b: some TensorScalar) -> Tensor { a * Tensor(b) }
    public static func / (a: Tensor, b: some TensorScalar) -> Tensor { a / Tensor(b) }

    public static func + (a: some TensorScalar, b: Tensor) -> Tensor { Tensor(a) + b }
    public static func - (a: some TensorScalar, b: Tensor) -> Tensor { Tensor(a) - b }
    public static func * (a: some TensorScalar, b: Tensor) -> Tensor { Tensor(a) * b }
    public static func / (a: some TensorScalar, b: Tensor) -> Tensor { Tensor(a) / b }

    public static prefix func - (a: Tensor) -> Tensor { a.elementType == .float32 ? a * -1 : 0 - a }

    /// One operation on all pairs of elements; `name` is what a message calls it.
    static func arithmetic(_ operation: Arithmetic, _ a: Tensor, _ b: Tensor, _ name: String) -> Tensor {
        let shape = broadcastShape(a, b, for: name)
        let result = Tensor(uninitialized: shape, operation.resultType(a.elementType, b.elementType))
        TensorView.calculate(
            operation, TensorView(a).broadcast(to: shape), TensorView(b).broadcast(to: shape), into: result)
        return result
    }
}
