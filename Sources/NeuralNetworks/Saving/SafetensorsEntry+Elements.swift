import Tensors

extension SafetensorsEntry {
    /// The tensor, from the bytes of the file that hold it.
    func read(from file: InputFile) throws(SafetensorsError) -> Tensor {
        switch elements {
        case .float32:
            try Tensor(shape: shape, fillingFloats: { floats throws(SafetensorsError) in try fill(floats, from: file) })
        case .int32:
            try Tensor(
                shape: shape, fillingIntegers: { numbers throws(SafetensorsError) in try fill(numbers, from: file) })
        case .uint8:
            try Tensor(shape: shape, fillingBytes: { bytes throws(SafetensorsError) in try fill(bytes, from: file) })
        case .float64: try floats(from: file) { (number: Double) in Float(number) }
        case .float16: try floats(from: file) { (bits: UInt16) in Float(Float16(bitPattern: bits)) }
        case .bfloat16: try floats(from: file) { (bits: UInt16) in Float(bitPattern: UInt32(bits) << 16) }
        case .int64:
            try Tensor(
                shape: shape,
                fillingIntegers: { numbers throws(SafetensorsError) in
                    try convert(file, into: numbers) { (number: Int64) throws(SafetensorsError) in
                        guard let small = Int32(exactly: number) else {
                            throw .numberTooLarge(path: file.path, name: name, number: number)
                        }
                        return small
                    }
                })
        }
    }

    /// Reads elements that are the tensor's own.
    private func fill<Element>(
        _ elements: UnsafeMutableBufferPointer<Element>, from file: InputFile
    ) throws(SafetensorsError) {
        try file.read(into: UnsafeMutableRawBufferPointer(elements), at: start)
    }

    private func floats<Stored: BitwiseCopyable>(
        from file: InputFile, _ convertElement: (Stored) -> Float
    ) throws(SafetensorsError) -> Tensor {
        try Tensor(
            shape: shape,
            fillingFloats: { floats throws(SafetensorsError) in
                try convert(file, into: floats) { (stored: Stored) throws(SafetensorsError) in convertElement(stored) }
            })
    }

    /// Converts the file's elements piece by piece.
    private func convert<Stored: BitwiseCopyable, Element: BitwiseCopyable>(
        _ file: InputFile, into elements: UnsafeMutableBufferPointer<Element>,
        _ convertElement: (Stored) throws(SafetensorsError) -> Element
    ) throws(SafetensorsError) {
        let pieceCount = 1 << 15
        let piece = UnsafeMutableBufferPointer<Stored>.allocate(capacity: min(pieceCount, elements.count))
        defer { piece.deallocate() }
        for first in stride(from: 0, to: elements.count, by: pieceCount) {
            let stored = UnsafeMutableBufferPointer(rebasing: piece[..<min(pieceCount, elements.count - first)])
            let offset = start + first * MemoryLayout<Stored>.size
            try file.read(into: UnsafeMutableRawBufferPointer(stored), at: offset)
            for (index, number) in stored.enumerated() { elements[first + index] = try convertElement(number) }
        }
    }
}
