extension Tensor {
    /// The same numbers as another element type; floats are cut toward zero, integers wrap as in C.
    public func asType(_ type: ElementType) -> Tensor {
        if type == elementType { return self }
        let result = Tensor(uninitialized: shape, type)
        for index in 0..<shape.count {
            switch type {
            case .uint8: result.elements()[index] = UInt8(truncatingIfNeeded: Int(scalar(at: index)))
            case .int32: result.elements()[index] = Int32(truncatingIfNeeded: Int(scalar(at: index)))
            case .float32: result.elements()[index] = Float(scalar(at: index))
            }
        }
        return result
    }

    /// The element at a row-major position, exactly.
    func scalar(at index: Int) -> Double {
        switch elementType {
        case .uint8: Double(elements(of: UInt8.self)[index])
        case .int32: Double(elements(of: Int32.self)[index])
        case .float32: Double(elements(of: Float.self)[index])
        }
    }
}
