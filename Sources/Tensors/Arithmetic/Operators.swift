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

    public static prefix func - (a: Tensor) -> Tensor { 0 - a }

    public static func += (a: inout Tensor, b: Tensor) { a = a + b }
    public static func -= (a: inout Tensor, b: Tensor) { a = a - b }
    public static func *= (a: inout Tensor, b: Tensor) { a = a * b }
    public static func /= (a: inout Tensor, b: Tensor) { a = a / b }

    public static func += (a: inout Tensor, b: some TensorScalar) { a = a + b }
    public static func -= (a: inout Tensor, b: some TensorScalar) { a = a - b }
    public static func *= (a: inout Tensor, b: some TensorScalar) { a = a * b }
    public static func /= (a: inout Tensor, b: some TensorScalar) { a = a / b }

    /// One operation on all pairs of elements; `name` is what a message calls it.
    static func arithmetic(_ operation: nbrun_arithmetic, _ a: Tensor, _ b: Tensor, _ name: String) -> Tensor {
        let shape = broadcastShape(a, b, for: name)
        let isFractional = operation == NBRUN_DIVIDE || operation == NBRUN_POWER
        let type = isFractional ? .float32 : a.elementType.promoted(with: b.elementType)
        let result = Tensor(uninitialized: shape, type)
        TensorView.withKernelViews(TensorView(a).broadcast(to: shape), TensorView(b).broadcast(to: shape)) { a, b in
            switch type {
            case .float32: nbrun_float_arithmetic(operation, a, b, result.count, result.elements().baseAddress)
            default: nbrun_integer_arithmetic(operation, a, b, result.count, result.elements().baseAddress)
            }
        }
        return result
    }
}
