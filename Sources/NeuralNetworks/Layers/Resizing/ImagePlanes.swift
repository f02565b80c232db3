internal import CKernels

/// Images in memory as planes of pixels, each of them several floats: all that a loop over height and width has to know
/// of a layout.
struct ImagePlanes {
    /// Whether a pixel lies in blocks of 16 channels, else all of its channels lie side by side.
    private let isBlocked: Bool

    /// The layout that is nearest to one in which images lie.
    init(nearest layout: MemoryDescriptor) {
        isBlocked = layout == .channelBlocks(layout.sizes)
    }

    /// Images of other sizes in the same way.
    func layout(_ sizes: [Int]) -> MemoryDescriptor { isBlocked ? .channelBlocks(sizes) : .plain(sizes) }

    func planes(_ sizes: [Int]) -> nbrun_planes {
        let blocks = isBlocked ? (sizes[1] + 15) / 16 : 1
        return nbrun_planes(
            count: sizes[0] * blocks, height: sizes[2], width: sizes[3], depth: isBlocked ? 16 : sizes[1])
    }
}
