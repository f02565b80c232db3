internal import Glibc

/// The memory of a tensor: elements in row-major order, aligned for vector instructions, shared until written.
final class TensorStorage: @unchecked Sendable {
    static let alignment = 64
    /// Large tensors begin at a page of this size, so that the kernel can hand their memory out in such pages: first
    /// touching 200 MB costs a tenth of what it costs in pages of 4 KB.
    static let largePage = 1 << 21

    let bytes: UnsafeMutableRawBufferPointer
    /// Whether the whole numbers in it come from masks, by arithmetic: in brackets they would be taken for positions,
    /// where a mask is meant. `Tensor.isCountOfMasks` says which do.
    var isCountOfMasks = false

    /// Uninitialised memory of so many bytes.
    init(byteCount: Int) {
        let isLarge = byteCount >= 2 * Self.largePage
        bytes = .allocate(byteCount: max(byteCount, 1), alignment: isLarge ? Self.largePage : Self.alignment)
        if isLarge { madvise(bytes.baseAddress!, byteCount, Int32(MADV_HUGEPAGE)) }
    }

    deinit {
        bytes.deallocate()
    }
}
