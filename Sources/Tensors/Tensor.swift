import Display

/// An array of numbers with any number of axes: a value, copied when it is written, row-major, channels last.
///
///     let image = Tensor(zeros: [28, 28])
///     print(image.shape)   // (28, 28)
public struct Tensor: Sendable {
    public let shape: Shape
    public let elementType: ElementType
    var storage: TensorStorage

    /// A tensor over memory that the initialiser fills; the buffer has `shape.count` uninitialised elements.
    public init(shape: Shape, fillingFloats fill: (UnsafeMutableBufferPointer<Float>) throws -> Void) rethrows {
        self.init(uninitialized: shape, .float32)
        try fill(storage.bytes.assumingMemoryBound(to: Float.self).prefixed(shape.count))
    }

    /// A tensor of bytes that the closure fills; the buffer has `shape.count` uninitialised elements.
    public init(shape: Shape, fillingBytes fill: (UnsafeMutableBufferPointer<UInt8>) throws -> Void) rethrows {
        self.init(uninitialized: shape, .uint8)
        try fill(storage.bytes.assumingMemoryBound(to: UInt8.self).prefixed(shape.count))
    }

    /// A tensor of whole numbers that the closure fills; the buffer has `shape.count` uninitialised elements.
    public init(shape: Shape, fillingIntegers fill: (UnsafeMutableBufferPointer<Int32>) throws -> Void) rethrows {
        self.init(uninitialized: shape, .int32)
        try fill(storage.bytes.assumingMemoryBound(to: Int32.self).prefixed(shape.count))
    }

    /// A float32 tensor of these numbers in row-major order.
    public init(shape: Shape, _ scalars: [Float]) {
        demand(
            scalars.count == shape.count,
            "Tensor: a shape \(shape) holds \(shape.count) numbers, but \(scalars.count) were given")
        self.init(shape: shape) { buffer in _ = buffer.initialize(from: scalars) }
    }

    init(uninitialized shape: Shape, _ elementType: ElementType) {
        self.shape = shape
        self.elementType = elementType
        storage = TensorStorage(byteCount: shape.count * elementType.size)
    }
}

extension Tensor {
    /// The elements as floats in row-major order; other element types are converted first.
    public func withFloats<Result>(_ body: (UnsafeBufferPointer<Float>) throws -> Result) rethrows -> Result {
        let floats = asType(.float32)
        return try body(UnsafeBufferPointer(floats.storage.bytes.assumingMemoryBound(to: Float.self).prefixed(shape.count)))
    }
}

extension UnsafeMutableBufferPointer {
    /// The first `count` elements; storage may be larger than the tensor over it.
    func prefixed(_ count: Int) -> UnsafeMutableBufferPointer {
        UnsafeMutableBufferPointer(rebasing: self[..<count])
    }
}
