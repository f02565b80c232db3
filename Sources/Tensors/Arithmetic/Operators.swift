import Display

// Operators on tensors, and on a tensor and a number. They work on each element; shapes that differ are broadcast as in
// NumPy. `ElementType` says which type the result has.
//
// One of the two is always a tensor, and no literal is one: numbers among themselves are Swift's, with Swift's errors.

extension Tensor {
    public static func + (a: Tensor, b: Tensor) -> Tensor { arithmetic(.add, a, b, "+") }
    public static func - (a: Tensor, b: Tensor) -> Tensor { arithmetic(.subtract, a, b, "-") }
    public static func * (a: Tensor, b: Tensor) -> Tensor { arithmetic(.multiply, a, b, "*") }
    /// The quotient, in floats: bytes divided by 255 are numbers from 0 to 1.
    public static func / (a: Tensor, b: Tensor) -> Tensor { arithmetic(.divide, a, b, "/") }

    public static func + (a: Tensor, b: some TensorScalar) -> Tensor { a + a.beside(b) }
    public static func - (a: Tensor, b: some TensorScalar) -> Tensor { a - a.beside(b) }
    public static func * (a: Tensor, b: some TensorScalar) -> Tensor { a * a.beside(b) }
    public static func / (a: Tensor, b: some TensorScalar) -> Tensor { a / Tensor(float: b) }

    public static func + (a: some TensorScalar, b: Tensor) -> Tensor { b.beside(a) + b }
    public static func - (a: some TensorScalar, b: Tensor) -> Tensor { b.beside(a) - b }
    public static func * (a: some TensorScalar, b: Tensor) -> Tensor { b.beside(a) * b }
    public static func / (a: some TensorScalar, b: Tensor) -> Tensor { Tensor(float: a) / b }

    public static prefix func - (a: Tensor) -> Tensor {
        demand(a.elementType != .bool, "-: a mask has no negative; write .!mask for where it is false")
        return a.elementType == .float32 ? a * -1 : 0 - a
    }

    /// One operation on all pairs of elements; `name` is what a message calls it.
    static func arithmetic(_ operation: Arithmetic, _ a: Tensor, _ b: Tensor, _ name: String) -> Tensor {
        let shape = broadcastShape(a, b, for: name)
        let type = operation.resultType(a.elementType, b.elementType)
        // Of truth values, the loops in C make whole numbers.
        let result = Tensor(uninitialized: shape, type == .bool ? .int32 : type)
        TensorView.calculate(
            operation, TensorView(a).broadcast(to: shape), TensorView(b).broadcast(to: shape), into: result)
        return result.asType(type).marked(asCountOfMasks: isCountOfMasks(operation, a, b))
    }
}

extension Tensor {
    /// A number as the other operand of this tensor: a float beside floats, which any `Int` can be.
    func beside(_ number: some TensorScalar) -> Tensor {
        elementType == .float32 ? Tensor(float: number) : Tensor(number)
    }

    /// A number as float32.
    init(float number: some TensorScalar) {
        self.init(shape: [], numbers: [number.doubleValue], .float32)
    }
}
