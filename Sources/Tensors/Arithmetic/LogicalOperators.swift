import Display

// `.&` and `.|`, `.^` for one of the two alone, and `.!` join masks, the tensors of truth values that comparisons give. The
// operators and their precedence are the standard library's, which uses them for SIMD masks.
//
//     v[(v .> 2) .& (v .< 5)]
//     v[.!(v .== 0)]

extension Tensor {
    /// True where both are.
    public static func .& (a: Tensor, b: Tensor) -> Tensor { logical(.minimum, a, b, ".&") }
    /// True where one of them is, or both.
    public static func .| (a: Tensor, b: Tensor) -> Tensor { logical(.maximum, a, b, ".|") }
    /// True where one of them is, but not both.
    public static func .^ (a: Tensor, b: Tensor) -> Tensor {
        demandMasks(a, b, ".^")
        return a .!= b
    }
    /// True where the mask is not.
    public static prefix func .! (mask: Tensor) -> Tensor {
        demand(
            mask.elementType == .bool,
            ".! takes a mask, but this is \(mask.elementType); compare first, as in x .== 0")
        return mask .== 0
    }

    public static func .&= (a: inout Tensor, b: Tensor) { a = a .& b }
    public static func .|= (a: inout Tensor, b: Tensor) { a = a .| b }
    public static func .^= (a: inout Tensor, b: Tensor) { a = a .^ b }

    private static func logical(_ operation: Arithmetic, _ a: Tensor, _ b: Tensor, _ name: String) -> Tensor {
        demandMasks(a, b, name)
        return arithmetic(operation, a, b, name)
    }

    private static func demandMasks(_ a: Tensor, _ b: Tensor, _ name: String) {
        demand(
            a.elementType == .bool && b.elementType == .bool,
            "\(name) joins two masks, but these are \(a.elementType) and \(b.elementType); compare first, as in x .!= 0"
        )
    }
}

extension Tensor {
    /// Whether whole numbers that come of these two are no positions.
    ///
    /// They are none where masks are counted, `1 - mask` or `mask * 1 + other`, and none where a mask puts 0 in the place
    /// of some numbers, `mask * positions`. A sum of positions and a mask is positions, moved.
    static func isCountOfMasks(_ operation: Arithmetic, _ a: Tensor, _ b: Tensor) -> Bool {
        let countsMasks = a.isOfMasks && (b.isOfMasks || b.rank == 0) || b.isOfMasks && a.rank == 0
        let leavesOut = operation == .multiply || operation == .minimum
        return countsMasks || leavesOut && (a.isOfMasks && a.rank > 0 || b.isOfMasks && b.rank > 0)
    }

    /// Whether it is a mask, or whole numbers that come from masks.
    var isOfMasks: Bool { elementType == .bool || storage.isCountOfMasks }

    /// The same tensor, just made, whose whole numbers come from masks if so it is said; other types have no such mark.
    func marked(asCountOfMasks isCount: Bool) -> Tensor {
        storage.isCountOfMasks = isCount && elementType == .int32
        return self
    }
}
