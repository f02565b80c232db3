// `.<`, `.<=`, `.>`, `.>=`, `.==` and `.!=` compare element by element, and give a mask: a tensor of truth values.
// Where one of the two is float32, both are compared as such. The operators and their precedence are the standard
// library's, which uses them for SIMD vectors.

extension Tensor {
    public static func .== (a: Tensor, b: Tensor) -> Tensor { comparison(.equal, a, b, ".==") }
    public static func .!= (a: Tensor, b: Tensor) -> Tensor { comparison(.notEqual, a, b, ".!=") }
    public static func .< (a: Tensor, b: Tensor) -> Tensor { comparison(.less, a, b, ".<") }
    public static func .<= (a: Tensor, b: Tensor) -> Tensor { comparison(.lessOrEqual, a, b, ".<=") }
    public static func .> (a: Tensor, b: Tensor) -> Tensor { comparison(.less, b, a, ".>") }
    public static func .>= (a: Tensor, b: Tensor) -> Tensor { comparison(.lessOrEqual, b, a, ".>=") }

    public static func .== (a: Tensor, b: some TensorScalar) -> Tensor { a .== a.beside(compared: b) }
    public static func .!= (a: Tensor, b: some TensorScalar) -> Tensor { a .!= a.beside(compared: b) }
    public static func .< (a: Tensor, b: some TensorScalar) -> Tensor { a .< a.beside(compared: b) }
    public static func .<= (a: Tensor, b: some TensorScalar) -> Tensor { a .<= a.beside(compared: b) }
    public static func .> (a: Tensor, b: some TensorScalar) -> Tensor { a .> a.beside(compared: b) }
    public static func .>= (a: Tensor, b: some TensorScalar) -> Tensor { a .>= a.beside(compared: b) }

    public static func .== (a: some TensorScalar, b: Tensor) -> Tensor { b.beside(compared: a) .== b }
    public static func .!= (a: some TensorScalar, b: Tensor) -> Tensor { b.beside(compared: a) .!= b }
    public static func .< (a: some TensorScalar, b: Tensor) -> Tensor { b.beside(compared: a) .< b }
    public static func .<= (a: some TensorScalar, b: Tensor) -> Tensor { b.beside(compared: a) .<= b }
    public static func .> (a: some TensorScalar, b: Tensor) -> Tensor { b.beside(compared: a) .> b }
    public static func .>= (a: some TensorScalar, b: Tensor) -> Tensor { b.beside(compared: a) .>= b }

    private static func comparison(_ comparison: Comparison, _ a: Tensor, _ b: Tensor, _ name: String) -> Tensor {
        let shape = broadcastShape(a, b, for: name)
        let result = Tensor(uninitialized: shape, .bool)
        TensorView.compare(
            comparison, TensorView(a).broadcast(to: shape), TensorView(b).broadcast(to: shape), into: result)
        return result
    }
}

extension Tensor {
    /// A number that this tensor is compared with. Whole numbers have an order with one that does not fit their type as
    /// well: all lie below it, or all above.
    func beside<Scalar: TensorScalar>(compared number: Scalar) -> Tensor {
        guard Scalar.elementType == .int32, Int32(exactly: number.doubleValue) == nil else { return beside(number) }
        return elementType == .float32
            ? Tensor(float: number) : Tensor(number.doubleValue > 0 ? Float.infinity : -.infinity)
    }
}
