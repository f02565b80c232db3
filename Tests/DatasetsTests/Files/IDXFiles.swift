import CZlib
import Glibc
import Testing

/// The content of an IDX file as a test wants it, right or wrong.
struct IDXBytes {
    var content: [UInt8]

    /// A header of these sizes, then `count` bytes: 0, 1, 2 and so on.
    init(type: UInt8 = 8, sizes: [UInt32], count: Int) {
        content = [0, 0, type, UInt8(sizes.count)]
        for size in sizes { content += (0..<4).reversed().map { UInt8(truncatingIfNeeded: size >> (8 * $0)) } }
        content += (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    }

    init(content: [UInt8]) {
        self.content = content
    }

    /// The content as one gzip member.
    var gzipped: [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var (input, output) = (content, [UInt8](repeating: 0, count: content.count + 1000))
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                (stream.next_in, stream.avail_in) = (source.baseAddress, UInt32(source.count))
                (stream.next_out, stream.avail_out) = (target.baseAddress, UInt32(target.count))
                deflate(&stream, Z_FINISH)
            }
        }
        return Array(output.prefix(Int(stream.total_out)))
    }
}

/// A folder that goes away with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/datasets-tests-XXXXXX".utf8CString)
        path = String(cString: try #require(mkdtemp(&template)))
    }

    @discardableResult
    func write(_ bytes: [UInt8], as name: String) throws -> String {
        let file = try #require(fopen("\(path)/\(name)", "w"))
        defer { fclose(file) }
        try #require(fwrite(bytes, 1, bytes.count, file) == bytes.count)
        return "\(path)/\(name)"
    }

    deinit {
        system("rm -r '\(path)'")
    }
}
