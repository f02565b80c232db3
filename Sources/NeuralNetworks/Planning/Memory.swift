/// A region of memory in a plan: either memory that someone owns, or a place that the plan assigns when it is complete.
final class Region {
    let byteCount: Int
    /// The first and the last command that touch the region; a region without an owner shares its place outside of these.
    private(set) var lifetime: ClosedRange<Int>?
    private var owner: AlignedMemory?
    private var place: UnsafeMutableRawPointer?

    /// A region whose place the plan assigns.
    init(byteCount: Int) {
        self.byteCount = byteCount
    }

    /// A region over memory that outlives each run.
    init(_ memory: AlignedMemory) {
        byteCount = memory.byteCount
        owner = memory
        place = memory.address
    }

    var isPlanned: Bool { owner == nil }

    /// Known once the plan is complete.
    var address: UnsafeMutableRawPointer { place! }
    var floats: UnsafeMutablePointer<Float> { address.assumingMemoryBound(to: Float.self) }

    func touch(at command: Int) {
        lifetime = min(lifetime?.lowerBound ?? command, command)...command
    }

    func assign(_ address: UnsafeMutableRawPointer) {
        place = address
    }
}

/// Floats in a region, in some layout.
struct Memory {
    let layout: MemoryDescriptor
    let region: Region

    init(_ layout: MemoryDescriptor, in region: Region) {
        self.layout = layout
        self.region = region
    }

    /// Memory that outlives each run.
    init(owned layout: MemoryDescriptor) {
        self.init(layout, in: Region(AlignedMemory(byteCount: layout.byteCount)))
    }

    var floats: UnsafeMutablePointer<Float> { region.floats }
    var bytes: UnsafeMutablePointer<UInt8> { region.address.assumingMemoryBound(to: UInt8.self) }

    /// The same memory, seen as another layout of as many bytes.
    func reinterpreted(as layout: MemoryDescriptor) -> Memory {
        precondition(layout.byteCount == self.layout.byteCount)
        return Memory(layout, in: region)
    }
}
