import Tensors

/// A tensor in a gzip-compressed file of the IDX format, as MNIST and its kin are published.
///
/// 1. Bytes 0 and 1 are zero.
/// 2. Byte 2 is the element type; 8 stands for unsigned bytes, the only ones that images and labels come in.
/// 3. Byte 3 is the number of axes.
/// 4. The size of each axis follows, in 4 bytes, the most significant first.
/// 5. Then come the elements in row-major order, and nothing after them.
/// 6. The whole is one gzip member. Its checksum has to be right, and nothing follows it.
///
/// A header is believed only as far as the file's own size allows: no memory is asked for that it could not fill.
struct IDXFile {
    static let largestRank = 8
    private static let largestCount = 1 << 40

    let path: String
    /// The Debian package to name where the file is missing.
    var package: String?

    func read() throws(DatasetError) -> Tensor {
        let file = try FileBytes(path: path, package: package)
        var reader = try GzipReader(file.bytes, path: path)
        let sizes = try readSizes(&reader, compressedCount: file.bytes.count)
        let tensor = try Tensor(
            shape: Shape(sizes),
            fillingBytes: { buffer throws(DatasetError) in
                try reader.read(into: UnsafeMutableRawBufferPointer(buffer))
            })
        try reader.finish()
        return tensor
    }

    private func readSizes(_ reader: inout GzipReader, compressedCount: Int) throws(DatasetError) -> [Int] {
        let magic = try read(4, from: &reader)
        guard magic[0] == 0, magic[1] == 0 else { throw .notIDX(path: path) }
        guard magic[2] == 8 else { throw .unsupportedElements(path: path, code: magic[2]) }
        let rank = Int(magic[3])
        guard 1...Self.largestRank ~= rank else { throw .unsupportedRank(path: path, rank: rank) }
        let bytes = try read(4 * rank, from: &reader)
        let sizes = (0..<rank).map { axis in bytes[4 * axis..<4 * axis + 4].reduce(0) { $0 << 8 | Int($1) } }
        guard let count = product(sizes), count / GzipReader.largestRatio <= compressedCount else {
            throw .impossibleSizes(path: path, sizes: sizes)
        }
        return sizes
    }

    private func read(_ count: Int, from reader: inout GzipReader) throws(DatasetError) -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
        defer { buffer.deallocate() }
        try reader.read(into: buffer)
        return Array(buffer)
    }

    /// The number of elements; nil where a tensor, or one without its empty axes, could not have as many.
    private func product(_ sizes: [Int]) -> Int? {
        var product = 1
        for size in sizes {
            let (next, overflow) = product.multipliedReportingOverflow(by: max(size, 1))
            if overflow || next > Self.largestCount { return nil }
            product = next
        }
        return sizes.contains(0) ? 0 : product
    }
}
