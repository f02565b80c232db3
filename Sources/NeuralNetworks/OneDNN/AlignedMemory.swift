import Glibc

/// Memory that is zero at first, on a page of its own, freed with its last owner.
final class AlignedMemory {
    let address: UnsafeMutableRawPointer
    let byteCount: Int

    init(byteCount: Int) {
        self.byteCount = max(byteCount, 1)
        var memory: UnsafeMutableRawPointer?
        let status = posix_memalign(&memory, Self.alignment(of: self.byteCount), self.byteCount)
        precondition(status == 0, "no memory for \(byteCount) bytes")
        address = memory!
        if self.byteCount >= Self.hugePage { madvise(address, self.byteCount, MADV_HUGEPAGE) }
        memset(address, 0, self.byteCount)
    }

    deinit {
        free(address)
    }

    var floats: UnsafeMutablePointer<Float> { address.assumingMemoryBound(to: Float.self) }

    private static let hugePage = 2 << 20

    private static func alignment(of byteCount: Int) -> Int { byteCount >= hugePage ? hugePage : 4096 }
}
