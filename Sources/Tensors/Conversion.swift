extension Tensor {
    /// The same numbers as another element type; floats are cut toward zero, integers wrap as in C.
    public func asType(_ type: ElementType) -> Tensor {
        if type == elementType { return self }
        let result = Tensor(uninitialized: shape, type)
        for index in 0..<shape.count {
            switch type {
            case .uint8: result.storage.bytes.bindMemory(to: UInt8.self)[index] = UInt8(truncatingIfNeeded: Int(scalar(at: index)))
            case .int32: result.storage.bytes.bindMemory(to: Int32.self)[index] = Int32(truncatingIfNeeded: Int(scalar(at: index)))
            case .float32: result.storage.bytes.bindMemory(to: Float.self)[index] = Float(scalar(at: index))
            }
        }
        return result
    }

    /// The element at a row-major position, exactly.
    func scalar(at index: Int) -> Double {
        switch elementType {
        case .uint8: Double(storage.bytes.assumingMemoryBound(to: UInt8.self)[index])
        case .int32: Double(storage.bytes.assumingMemoryBound(to: Int32.self)[index])
        case .float32: Double(storage.bytes.assumingMemoryBound(to: Float.self)[index])
        }
    }
}
