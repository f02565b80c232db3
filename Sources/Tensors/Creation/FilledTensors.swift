extension Tensor {
    /// Zeros, float32 unless another type is named.
    ///
    ///     Tensor(zeros: [28, 28])
    ///     Tensor(zeros: [10], .int32)
    public init(zeros shape: Shape, _ elementType: ElementType = .float32) {
        self.init(uninitialized: shape, elementType)
        storage.bytes.initializeMemory(as: UInt8.self, repeating: 0)
    }

    /// Ones, float32 unless another type is named.
    public init(ones shape: Shape, _ elementType: ElementType = .float32) {
        self = Tensor(repeating: 1, shape: shape).asType(elementType)
    }

    /// The same number everywhere.
    ///
    ///     Tensor(repeating: 0.5, shape: [2, 3])
    public init(repeating scalar: some TensorScalar, shape: Shape) {
        self = Tensor(scalar).broadcast(to: shape)
    }
}
