import Display

// What the loops in C can do, numbered as in tensors.h.
//
// A cell's compiler never sees the C headers, and stumbles over whatever it looks up in this module that is declared in
// their terms. So the rest of the module speaks in these terms instead.

/// Two numbers become one.
enum Arithmetic: UInt32 {
    case add, subtract, multiply, divide, maximum, minimum, power

    /// What the operation gives: quotients and powers are floats, and two masks give a mask, if anything.
    func resultType(_ a: ElementType, _ b: ElementType) -> ElementType {
        if self == .divide || self == .power { return .float32 }
        guard a == .bool, b == .bool else { return a.promoted(with: b) }
        demand(
            self != .subtract,
            "-: two masks have no difference; write a .& .!b for where only the first is true, a .^ b for where they "
                + "differ, or a.asType(.int32) - b for numbers")
        return .bool
    }
}

/// Two numbers become a truth value.
enum Comparison: UInt32 {
    case equal, notEqual, less, lessOrEqual
}

/// A number becomes another one, a float.
enum ElementFunction: UInt32 {
    case absolute, exponential, logarithm, logarithm2, logarithm10, squareRoot
    case sine, cosine, tangent, hyperbolicTangent, sigmoid
    case roundDown, roundUp, roundToZero, roundFromZero, roundHalfToEven, roundHalfFromZero
}

extension Reduction {
    /// Many numbers become one.
    enum Operation: UInt32 {
        case sum, largest, smallest
    }
}
