internal import CKernels
import Tensors

/// Images as memory holds them: for each image blocks of channels, in each block the pixels, in each pixel the channels of
/// the block.
///
/// Channels last is one block of all channels, channels first a block for each.
struct ChannelPlanes {
    let source: Memory
    private let layout: LayerLayout
    private let sizes: (images: Int, channels: Int, pixels: Int)
    /// Channels a block.
    private let lanes: Int

    init(of signal: Signal, in layout: LayerLayout) {
        let sizes = signal.memory.layout.sizes
        let lanes = Self.lanes(of: signal.memory.layout)
        self.layout = layout
        self.sizes = (sizes[0], sizes[1], sizes[2] * sizes[3])
        self.lanes = lanes ?? sizes[1]
        source =
            lanes == nil
            ? layout.builder.reorder(signal.memory, to: signal.plainLayout, for: layout.node.name) : signal.memory
    }

    /// Nil for a layout of another kind.
    private static func lanes(of layout: MemoryDescriptor) -> Int? {
        if layout == .plain(layout.sizes) { return layout.sizes[1] }
        if layout == .channelBlocks(layout.sizes) { return 16 }
        return layout == MemoryDescriptor(rowMajor: layout.sizes) ? 1 : nil
    }

    /// Images in the layout of the source, each channel of each image multiplied by its factor.
    func scaled(_ pass: Command.Pass, _ images: Memory, by factors: Memory) -> Memory {
        let result = layout.builder.allocate(source.layout)
        let (sizes, lanes) = (sizes, lanes)
        layout.builder.append(layout.label(pass, "channels"), touching: [images, factors, result]) {
            nbrun_scale_channels(
                images.floats, factors.floats, result.floats, sizes.images, sizes.channels, sizes.pixels, lanes)
        }
        return result
    }
}
