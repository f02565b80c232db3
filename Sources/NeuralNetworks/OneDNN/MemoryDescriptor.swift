internal import COneDNN

/// Sizes of a block of floats, and where in memory each of its elements lies.
///
/// Axes are in oneDNN's logical order whatever the layout: (batch, channels, height, width) for activations,
/// (outputs, inputs, height, width) for weights.
struct MemoryDescriptor: @unchecked Sendable {
    var raw: dnnl_memory_desc_t

    init(raw: dnnl_memory_desc_t) {
        self.raw = raw
    }

    /// A layout without blocks; `order` lists the axes from the outermost to the innermost in memory.
    init(_ sizes: [Int], order: [Int]) {
        var strides = [Int](repeating: 1, count: sizes.count)
        var stride = 1
        for axis in order.reversed() {
            strides[axis] = stride
            stride *= max(sizes[axis], 1)
        }
        raw = dnnl_memory_desc_t()
        check(
            dnnl_memory_desc_init_by_strides(
                &raw, Int32(sizes.count), sizes.map(Int64.init), dnnl_f32, strides.map(Int64.init)))
    }

    /// The layout in which the last axis is innermost.
    init(rowMajor sizes: [Int]) {
        self.init(sizes, order: Array(sizes.indices))
    }

    /// Images in blocks of 16 channels: those of one pixel lie side by side.
    static func channelBlocks(_ sizes: [Int]) -> MemoryDescriptor { MemoryDescriptor(sizes, tag: dnnl_aBcd16b) }

    /// Weights (outputs, inputs) in panels of 64 outputs, which lie side by side for each input.
    static func outputPanels(_ sizes: [Int]) -> MemoryDescriptor { MemoryDescriptor(sizes, tag: dnnl_AB16b64a) }

    /// A layout that the primitive may choose.
    init(any sizes: [Int]) {
        self.init(sizes, tag: dnnl_format_tag_any)
    }

    private init(_ sizes: [Int], tag: dnnl_format_tag_t) {
        raw = dnnl_memory_desc_t()
        check(dnnl_memory_desc_init_by_tag(&raw, Int32(sizes.count), sizes.map(Int64.init), dnnl_f32, tag))
    }

    /// A part of this memory along one axis; nil where the part begins or ends inside a block.
    func part(_ range: Range<Int>, alongAxis axis: Int) -> MemoryDescriptor? {
        var part = dnnl_memory_desc_t()
        var whole = raw
        var (sizes, offsets) = (sizes.map(Int64.init), [Int64](repeating: 0, count: sizes.count))
        sizes[axis] = Int64(range.count)
        offsets[axis] = Int64(range.lowerBound)
        let status = dnnl_memory_desc_init_submemory(&part, &whole, sizes, offsets)
        return status == dnnl_success ? MemoryDescriptor(raw: part) : nil
    }

    var sizes: [Int] {
        withUnsafeBytes(of: raw.dims) { $0.bindMemory(to: Int64.self).prefix(Int(raw.ndims)).map { Int($0) } }
    }

    /// Bytes of memory, the padding of incomplete blocks included.
    var byteCount: Int {
        withUnsafePointer(to: raw) { Int(dnnl_memory_desc_get_size($0)) }
    }

    /// Floats of memory, the padding of incomplete blocks included.
    var floatCount: Int { byteCount / MemoryLayout<Float>.size }
}

extension MemoryDescriptor: Equatable {
    static func == (left: MemoryDescriptor, right: MemoryDescriptor) -> Bool {
        withUnsafePointer(to: left.raw) { left in
            withUnsafePointer(to: right.raw) { right in dnnl_memory_desc_equal(left, right) != 0 }
        }
    }
}
