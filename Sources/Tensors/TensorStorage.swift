/// The memory of a tensor: elements in row-major order, aligned for vector instructions, shared until written.
final class TensorStorage: @unchecked Sendable {
    static let alignment = 64

    let bytes: UnsafeMutableRawBufferPointer

    /// Uninitialised memory of so many bytes.
    init(byteCount: Int) {
        bytes = .allocate(byteCount: max(byteCount, 1), alignment: Self.alignment)
    }

    deinit {
        bytes.deallocate()
    }

    func copy() -> TensorStorage {
        let copy = TensorStorage(byteCount: bytes.count)
        copy.bytes.copyMemory(from: UnsafeRawBufferPointer(bytes))
        return copy
    }
}
