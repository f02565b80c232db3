import Display

extension Tensor: Equatable {
    /// Whether the shapes and all numbers are equal, of whatever type they are; NaN equals nothing.
    ///
    ///     labels[0] == 9
    ///     Tensor([1, 2]) == Tensor([1.0, 2.0])   // true
    public static func == (a: Tensor, b: Tensor) -> Bool {
        a.shape == b.shape && (a .== b).isAllTrue
    }

    /// Whether the shapes are equal and all numbers nearly so: |a − b| ≤ absoluteTolerance + relativeTolerance · |b|, as in
    /// NumPy's `allclose`.
    public func isApproximatelyEqual(
        to other: Tensor, relativeTolerance: Float = 1e-5, absoluteTolerance: Float = 1e-8
    ) -> Bool {
        guard shape == other.shape else { return false }
        return withFloats { a in
            other.withFloats { b in
                a.indices.allSatisfy {
                    a[$0] == b[$0]
                        || abs(a[$0] - b[$0]) <= absoluteTolerance + relativeTolerance * abs(b[$0])
                            && b[$0].isFinite
                }
            }
        }
    }

    /// Whether no element is false, or 0.
    ///
    ///     (x .>= 0).isAllTrue
    public var isAllTrue: Bool { count == 0 || asType(.bool).min().number(at: 0) == 1 }

    /// Whether some element is true, or not 0.
    public var isAnyTrue: Bool { count > 0 && asType(.bool).max().number(at: 0) == 1 }
}

/// `<` and its like compare tensors of one number, such as `x.mean() > 0.5`; `.<` compares element by element.
extension Tensor: Comparable {
    public static func < (a: Tensor, b: Tensor) -> Bool { compare(a, b, "<", <) }
    public static func <= (a: Tensor, b: Tensor) -> Bool { compare(a, b, "<=", <=) }
    public static func > (a: Tensor, b: Tensor) -> Bool { compare(a, b, ">", >) }
    public static func >= (a: Tensor, b: Tensor) -> Bool { compare(a, b, ">=", >=) }

    public static func == (a: Tensor, b: some TensorScalar) -> Bool { a == a.beside(compared: b) }
    public static func != (a: Tensor, b: some TensorScalar) -> Bool { a != a.beside(compared: b) }
    public static func < (a: Tensor, b: some TensorScalar) -> Bool { a < a.beside(compared: b) }
    public static func <= (a: Tensor, b: some TensorScalar) -> Bool { a <= a.beside(compared: b) }
    public static func > (a: Tensor, b: some TensorScalar) -> Bool { a > a.beside(compared: b) }
    public static func >= (a: Tensor, b: some TensorScalar) -> Bool { a >= a.beside(compared: b) }

    public static func == (a: some TensorScalar, b: Tensor) -> Bool { b.beside(compared: a) == b }
    public static func != (a: some TensorScalar, b: Tensor) -> Bool { b.beside(compared: a) != b }
    public static func < (a: some TensorScalar, b: Tensor) -> Bool { b.beside(compared: a) < b }
    public static func <= (a: some TensorScalar, b: Tensor) -> Bool { b.beside(compared: a) <= b }
    public static func > (a: some TensorScalar, b: Tensor) -> Bool { b.beside(compared: a) > b }
    public static func >= (a: some TensorScalar, b: Tensor) -> Bool { b.beside(compared: a) >= b }

    private static func compare(
        _ a: Tensor, _ b: Tensor, _ name: String, _ holds: (Double, Double) -> Bool
    ) -> Bool {
        demand(
            a.count == 1 && b.count == 1,
            "\(name) compares two numbers, but the shapes are \(a.shape) and \(b.shape); use .\(name) to compare "
                + "element by element")
        return holds(a.number(at: 0), b.number(at: 0))
    }
}
