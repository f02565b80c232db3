import Display

/// An array of numbers with any number of axes: a value, row-major, channels last.
///
///     let image = Tensor(zeros: [28, 28])
///     print(image.shape)   // (28, 28)
///
/// Copies, reshaped tensors and parts along the first axis share their memory until one of them is written.
public struct Tensor: Sendable {
    public let shape: Shape
    public let elementType: ElementType
    var storage: TensorStorage
    /// Where in the storage the first element stands, counted in elements.
    var offset = 0

    /// A float32 tensor over memory that the closure fills; the buffer has `shape.count` uninitialised elements.
    public init<Failure>(
        shape: Shape, fillingFloats fill: (UnsafeMutableBufferPointer<Float>) throws(Failure) -> Void
    ) throws(Failure) {
        self.init(uninitialized: shape, .float32)
        try fill(elements())
    }

    /// A tensor of bytes that the closure fills; the buffer has `shape.count` uninitialised elements.
    public init<Failure>(
        shape: Shape, fillingBytes fill: (UnsafeMutableBufferPointer<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        self.init(uninitialized: shape, .uint8)
        try fill(elements())
    }

    /// A tensor of whole numbers that the closure fills; the buffer has `shape.count` uninitialised elements.
    public init<Failure>(
        shape: Shape, fillingIntegers fill: (UnsafeMutableBufferPointer<Int32>) throws(Failure) -> Void
    ) throws(Failure) {
        self.init(uninitialized: shape, .int32)
        try fill(elements())
    }

    init(uninitialized shape: Shape, _ elementType: ElementType) {
        self.init(
            shape: shape, elementType: elementType,
            storage: TensorStorage(byteCount: shape.checkedCount * elementType.size), offset: 0)
    }

    /// A tensor over memory that others may share.
    init(shape: Shape, elementType: ElementType, storage: TensorStorage, offset: Int) {
        self.shape = shape
        self.elementType = elementType
        self.storage = storage
        self.offset = offset
    }
}

extension Tensor {
    /// The elements as floats in row-major order; other element types are converted first.
    public func withFloats<Result, Failure>(
        _ body: (UnsafeBufferPointer<Float>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let floats = asType(.float32)
        defer { withExtendedLifetime(floats.storage) {} }
        return try body(UnsafeBufferPointer(floats.elements()))
    }

    /// The elements' own memory, row-major, whatever their type is.
    package func withBytes<Result, Failure>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(storage) {} }
        let bytes = elements(
            of: UInt8.self, count: shape.count * elementType.size, byteOffset: offset * elementType.size)
        return try body(UnsafeRawBufferPointer(bytes))
    }

    /// The number of axes.
    public var rank: Int { shape.rank }

    /// The number of elements.
    public var count: Int { shape.count }

    /// The tensor's elements; the caller keeps the storage alive, and writes only into what is its own.
    func elements<Element>(of type: Element.Type = Element.self) -> UnsafeMutableBufferPointer<Element> {
        elements(of: type, count: shape.count, byteOffset: offset * MemoryLayout<Element>.stride)
    }

    private func elements<Element>(
        of type: Element.Type, count: Int, byteOffset: Int
    ) -> UnsafeMutableBufferPointer<Element> {
        let start = storage.bytes.baseAddress!.advanced(by: byteOffset).assumingMemoryBound(to: type)
        return UnsafeMutableBufferPointer(start: start, count: count)
    }
}
