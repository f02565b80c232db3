internal import CZlib

/// Inflates gzip data piece by piece into memory that the caller has ready.
struct GzipReader: ~Copyable {
    /// No deflate stream gives more than this for each of its bytes.
    static let largestRatio = 1032

    private let compressed: UnsafeRawBufferPointer
    private let path: String
    private var consumed = 0
    /// zlib remembers where its state lies, so that stays at one place.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var isAtEnd = false
    /// How many bytes of content have been read.
    private(set) var offset = 0

    /// - Parameter compressed: bytes that outlive the reader.
    init(_ compressed: UnsafeRawBufferPointer, path: String) throws(DatasetError) {
        self.compressed = compressed
        self.path = path
        stream.initialize(to: z_stream())
        let gzipOnly = MAX_WBITS + 16
        guard inflateInit2_(stream, gzipOnly, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .unreadable(path: path, reason: "no memory for zlib", package: nil)
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Fills the whole buffer with the content that comes next.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) {
        let count = try readAtMost(buffer)
        guard count == buffer.count else { throw damaged }
    }

    /// Checks that the content ends here, with the checksum that gzip keeps of it.
    mutating func finish() throws(DatasetError) {
        var surplus: UInt8 = 0
        let count = try withUnsafeMutableBytes(of: &surplus) { buffer throws(DatasetError) in try readAtMost(buffer) }
        guard count == 0, consumed == compressed.count else {
            throw .trailingBytes(path: path, offset: offset - count)
        }
    }

    private var damaged: DatasetError { .damagedCompression(path: path, offset: offset) }

    /// Reads until the buffer is full or the content at its end; gives the number of bytes read.
    private mutating func readAtMost(_ buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
        var filled = 0
        while filled < buffer.count, !isAtEnd {
            filled += try inflatePiece(UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
        }
        return filled
    }

    /// One call of zlib, whose counts are of 32 bits.
    private mutating func inflatePiece(_ buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
        let input = UnsafeRawBufferPointer(rebasing: compressed[consumed...])
        let available = (input: min(input.count, Int(Int32.max)), output: min(buffer.count, Int(Int32.max)))
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.assumingMemoryBound(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(available.input)
        stream.pointee.next_out = buffer.assumingMemoryBound(to: UInt8.self).baseAddress
        stream.pointee.avail_out = UInt32(available.output)
        let status = inflate(stream, Z_NO_FLUSH)
        consumed += available.input - Int(stream.pointee.avail_in)
        let count = available.output - Int(stream.pointee.avail_out)
        offset += count
        guard status == Z_OK || status == Z_STREAM_END else { throw damaged }
        isAtEnd = status == Z_STREAM_END
        return count
    }
}
