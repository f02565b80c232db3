internal import CKernels

// Operators on tensors, and on a tensor and a number. They work on each element; shapes that differ are broadcast as in
// NumPy. `ElementType` says which type the result has.

extension Tensor {
    public static func + (a: Tensor, b: Tensor) -> Tensor { arithmetic(NBRUN_ADD, a, b, "+") }
    public static func - (a: Tensor, b: Tensor) -> Tensor { arithmetic(NBRUN_SUBTRACT, a, b, "-") }
    public static func * (a: Tensor, b: Tensor) -> Tensor { arithmetic(NBRUN_MULTIPLY, a, b, "*") }
    /// The quotient, in floats: bytes divided by 255 are numbers from 0 to 1.
    public static func / (a: Tensor, b: Tensor) -> Tensor { arithmetic(NBRUN_DIVIDE, a, b, "/") }

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
    static func arithmetic(_ operation: nbrun_arithmetic, _ a: Tensor, _ b: Tensor, _ name: String) -> Tensor {
        let shape = broadcastShape(a, b, for: name)
        let result = Tensor(uninitialized: shape, resultType(operation, a, b))
        calculate(operation, a, b, into: result)
        return result
    }

    /// What an operation gives: quotients and powers are floats.
    static func resultType(_ operation: nbrun_arithmetic, _ a: Tensor, _ b: Tensor) -> ElementType {
        let isFractional = operation == NBRUN_DIVIDE || operation == NBRUN_POWER
        return isFractional ? .float32 : a.elementType.promoted(with: b.elementType)
    }

    /// Writes the results over a tensor of the right shape and type.
    static func calculate(_ operation: nbrun_arithmetic, _ a: Tensor, _ b: Tensor, into result: Tensor) {
        let a = TensorView(a).broadcast(to: result.shape), b = TensorView(b).broadcast(to: result.shape)
        TensorView.withKernelViews(a, b) { a, b in
            switch result.elementType {
            case .float32: nbrun_float_arithmetic(operation, a, b, result.count, result.elements().baseAddress)
            default: nbrun_integer_arithmetic(operation, a, b, result.count, result.elements().baseAddress)
            }
        }
    }
}
