// The functions of each element. Those of this file's first part give float32; `abs`, `maximum` and `minimum` keep whole
// numbers whole.

public func exp(_ x: Tensor) -> Tensor { x.applying(.exponential) }
/// The natural logarithm; −inf at 0, NaN below.
public func log(_ x: Tensor) -> Tensor { x.applying(.logarithm) }
public func log2(_ x: Tensor) -> Tensor { x.applying(.logarithm2) }
public func log10(_ x: Tensor) -> Tensor { x.applying(.logarithm10) }
/// The square root; NaN below 0.
public func sqrt(_ x: Tensor) -> Tensor { x.applying(.squareRoot) }
public func sin(_ x: Tensor) -> Tensor { x.applying(.sine) }
public func cos(_ x: Tensor) -> Tensor { x.applying(.cosine) }
public func tan(_ x: Tensor) -> Tensor { x.applying(.tangent) }
public func tanh(_ x: Tensor) -> Tensor { x.applying(.hyperbolicTangent) }
/// 1 / (1 + e⁻ˣ)
public func sigmoid(_ x: Tensor) -> Tensor { x.applying(.sigmoid) }

/// x to the power of y, in floats.
///
///     pow(x, 2)
public func pow(_ x: Tensor, _ y: Tensor) -> Tensor { Tensor.arithmetic(.power, x, y, "pow") }
/// x to the power of y, in floats.
public func pow(_ x: Tensor, _ y: some TensorScalar) -> Tensor {
    guard y.doubleValue != 2 else {
        let floats = x.asType(.float32)
        return floats * floats
    }
    return pow(x, Tensor(float: y))
}
/// A number to the power of each element, in floats.
///
///     pow(2, Tensor([1, 2, 3]))   // [2. 4. 8.]
public func pow(_ x: some TensorScalar, _ y: Tensor) -> Tensor { pow(Tensor(float: x), y) }

/// x where it is positive, −x where it is not; masks, and the smallest int32, stay as they are.
public func abs(_ x: Tensor) -> Tensor {
    switch x.elementType {
    case .float32: x.applying(.absolute)
    case .bool: x
    case .uint8, .int32: maximum(x, -x)
    }
}

/// x where it is positive, 0 where it is not.
public func relu(_ x: Tensor) -> Tensor { maximum(x, 0) }

/// The larger of each two elements; NaN where one of them is NaN.
///
///     maximum(Tensor([1, 5]), Tensor([3, 2]))   // [3 5]
public func maximum(_ x: Tensor, _ y: Tensor) -> Tensor { Tensor.arithmetic(.maximum, x, y, "maximum") }
/// The larger of each element and a number.
public func maximum(_ x: Tensor, _ y: some TensorScalar) -> Tensor { maximum(x, x.beside(y)) }
/// The larger of each element and a number.
public func maximum(_ x: some TensorScalar, _ y: Tensor) -> Tensor { maximum(y, x) }

/// The smaller of each two elements; NaN where one of them is NaN.
public func minimum(_ x: Tensor, _ y: Tensor) -> Tensor { Tensor.arithmetic(.minimum, x, y, "minimum") }
/// The smaller of each element and a number.
public func minimum(_ x: Tensor, _ y: some TensorScalar) -> Tensor { minimum(x, x.beside(y)) }
/// The smaller of each element and a number.
public func minimum(_ x: some TensorScalar, _ y: Tensor) -> Tensor { minimum(y, x) }

extension Tensor {
    /// Each number held within the range.
    ///
    ///     Tensor([-1, 0.5, 2]).clamped(to: 0...1)   // [0.  0.5 1. ]
    public func clamped<Scalar: TensorScalar & Comparable>(to range: ClosedRange<Scalar>) -> Tensor {
        minimum(maximum(self, range.lowerBound), range.upperBound)
    }

    /// Each number rounded to a whole one, which stays a float; halves go to the even neighbour, as in NumPy and Keras.
    /// (A single Swift number's own `rounded()` goes away from zero.) Whole numbers and masks stay as they are.
    ///
    ///     Tensor([0.5, 1.4, 1.5]).rounded()                            // [0. 1. 2.]
    ///     Tensor([0.5, 1.4, 1.5]).rounded(.toNearestOrAwayFromZero)    // [1. 1. 2.]
    ///     Tensor([0.5, 1.4, 1.5]).rounded(.down)                       // [0. 1. 1.]
    public func rounded(_ rule: FloatingPointRoundingRule = .toNearestOrEven) -> Tensor {
        guard elementType == .float32 else { return self }
        return switch rule {
        case .toNearestOrEven: applying(.roundHalfToEven)
        case .up: applying(.roundUp)
        case .down: applying(.roundDown)
        case .towardZero: applying(.roundToZero)
        case .awayFromZero: applying(.roundFromZero)
        default: applying(.roundHalfFromZero)
        }
    }

    /// A function of each number, in floats.
    fileprivate func applying(_ function: ElementFunction) -> Tensor {
        let result = Tensor(uninitialized: shape, .float32)
        TensorView(self).apply(function, into: result)
        return result
    }
}
