internal import CKernels

infix operator .== : ComparisonPrecedence
infix operator .!= : ComparisonPrecedence

// `.<`, `.<=`, `.>`, `.>=`, `.==` and `.!=` compare element by element, and give a mask: a tensor of truth values.
// The first four and their precedence are the standard library's, which uses them for SIMD vectors.

extension Tensor {
    public static func .== (a: Tensor, b: Tensor) -> Tensor { comparison(NBRUN_EQUAL, a, b, ".==") }
    public static func .!= (a: Tensor, b: Tensor) -> Tensor { comparison(NBRUN_NOT_EQUAL, a, b, ".!=") }
    public static func .< (a: Tensor, b: Tensor) -> Tensor { comparison(NBRUN_LESS, a, b, ".<") }
    public static func .<= (a: Tensor, b: Tensor) -> Tensor { comparison(NBRUN_LESS_OR_EQUAL, a, b, ".<=") }
    public static func .> (a: Tensor, b: Tensor) -> Tensor { comparison(NBRUN_LESS, b, a, ".>") }
    public static func .>= (a: Tensor, b: Tensor) -> Tensor { comparison(NBRUN_LESS_OR_EQUAL, b, a, ".>=") }

    public static func .== (a: Tensor, b: some TensorScalar) -> Tensor { a .== Tensor(b) }
    public static func .!= (a: Tensor, b: some TensorScalar) -> Tensor { a .!= Tensor(b) }
    public static func .< (a: Tensor, b: some TensorScalar) -> Tensor { a .< Tensor(b) }
    public static func .<= (a: Tensor, b: some TensorScalar) -> Tensor { a .<= Tensor(b) }
    public static func .> (a: Tensor, b: some TensorScalar) -> Tensor { a .> Tensor(b) }
    public static func .>= (a: Tensor, b: some TensorScalar) -> Tensor { a .>= Tensor(b) }

    private static func comparison(
        _ operation: nbrun_comparison, _ a: Tensor, _ b: Tensor, _ name: String
    ) -> Tensor {
        let shape = broadcastShape(a, b, for: name)
        let result = Tensor(uninitialized: shape, .bool)
        TensorView.withKernelViews(TensorView(a).broadcast(to: shape), TensorView(b).broadcast(to: shape)) {
            first, second in
            switch a.elementType.promoted(with: b.elementType) {
            case .float32:
                nbrun_float_comparison(operation, first, second, result.count, result.elements().baseAddress)
            default: nbrun_integer_comparison(operation, first, second, result.count, result.elements().baseAddress)
            }
        }
        return result
    }
}
