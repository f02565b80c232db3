internal import CKernels

// `x += y` and its like. The numbers are changed where they lie, if nobody else shares them and the result has the same
// shape and type; otherwise `x` becomes a new tensor, so that whole numbers divided by 2 become floats.

extension Tensor {
    public static func += (a: inout Tensor, b: Tensor) { a.change(NBRUN_ADD, b, "+=") }
    public static func -= (a: inout Tensor, b: Tensor) { a.change(NBRUN_SUBTRACT, b, "-=") }
    public static func *= (a: inout Tensor, b: Tensor) { a.change(NBRUN_MULTIPLY, b, "*=") }
    public static func /= (a: inout Tensor, b: Tensor) { a.change(NBRUN_DIVIDE, b, "/=") }

    public static func += (a: inout Tensor, b: some TensorScalar) { a += Tensor(b) }
    public static func -= (a: inout Tensor, b: some TensorScalar) { a -= Tensor(b) }
    public static func *= (a: inout Tensor, b: some TensorScalar) { a *= Tensor(b) }
    public static func /= (a: inout Tensor, b: some TensorScalar) { a /= Tensor(b) }

    private mutating func change(_ operation: nbrun_arithmetic, _ other: Tensor, _ name: String) {
        let shape = Self.broadcastShape(self, other, for: name)
        let type = Self.resultType(operation, self, other)
        guard shape == self.shape, type == elementType, isKnownUniquelyReferenced(&storage) else {
            self = Self.arithmetic(operation, self, other, name)
            return
        }
        Self.calculate(operation, self, other, into: self)
    }
}
