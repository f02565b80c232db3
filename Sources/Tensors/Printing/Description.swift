import Display

extension Tensor: CustomStringConvertible {
    /// The numbers as NumPy prints them: rows in brackets, aligned, eight digits after the point at most; of more than
    /// 1000 numbers only the first and last three along each axis.
    ///
    ///     [[ 1.   2.5]
    ///      [-3.   4. ]]
    public var description: String {
        if rank == 0 { return scalarDescription }
        if count == 0 { return "[]" }
        return ArrayText(self).text
    }

    private var scalarDescription: String {
        switch elementType {
        case .bool: number(at: 0) == 0 ? "False" : "True"
        case .uint8, .int32: String(Int(number(at: 0)))
        case .float32: FloatText.scalar(elements(of: Float.self)[0])
        }
    }
}

extension Tensor: CustomReflectable {
    /// What `dump` tells below the numbers.
    public var customMirror: Mirror {
        Mirror(self, children: ["shape": shape, "elementType": elementType], displayStyle: .struct)
    }
}

extension Shape: CustomReflectable {
    /// Its description says all of it.
    public var customMirror: Mirror { Mirror(self, children: [] as [Mirror.Child], displayStyle: .struct) }
}

/// A cell shows what `print` prints, so that the two never differ; shape and type are a `print(x.shape)` away.
extension Tensor: Displayable {
    public var output: Output { .text(description) }
}
