// `x += y` and its like. The numbers are changed where they lie, if nobody else shares them and the result has the same
// shape and type; otherwise `x` becomes a new tensor, so that whole numbers divided by 2 become floats.

extension Tensor {
    public static func += (a: inout Tensor, b: Tensor) { a.change(.add, b, "+=") }
    public static func -= (a: inout Tensor, b: Tensor) { a.change(.subtract, b, "-=") }
    public static func *= (a: inout Tensor, b: Tensor) { a.change(.multiply, b, "*=") }
    public static func /= (a: inout Tensor, b: Tensor) { a.change(.divide, b, "/=") }

    public static func += (a: inout Tensor, b: some TensorScalar) { a += a.beside(b) }
    public static func -= (a: inout Tensor, b: some TensorScalar) { a -= a.beside(b) }
    public static func *= (a: inout Tensor, b: some TensorScalar) { a *= a.beside(b) }
    public static func /= (a: inout Tensor, b: some TensorScalar) { a /= Tensor(float: b) }

    private mutating func change(_ operation: Arithmetic, _ other: Tensor, _ name: String) {
        let shape = Self.broadcastShape(self, other, for: name)
        let type = operation.resultType(elementType, other.elementType)
        guard shape == self.shape, type == elementType, type != .bool, isKnownUniquelyReferenced(&storage) else {
            self = Self.arithmetic(operation, self, other, name)
            return
        }
        let isCount = Self.isCountOfMasks(operation, self, other)
        TensorView.calculate(operation, TensorView(self), TensorView(other).broadcast(to: shape), into: self)
        storage.isCountOfMasks = isCount && type == .int32
    }
}
