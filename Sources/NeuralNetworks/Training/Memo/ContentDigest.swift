internal import CXXHash
import Tensors

/// Fingerprints of 128 bits (XXH3), as 32 hexadecimal digits: fast enough for data sets, with no defence against
/// somebody who looks for two contents of one fingerprint.
enum ContentDigest {
    static func of(_ bytes: UnsafeRawBufferPointer) -> String {
        let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
        return digits(hash.high64) + digits(hash.low64)
    }

    static func of(_ text: String) -> String {
        var text = text
        return text.withUTF8 { of(UnsafeRawBufferPointer($0)) }
    }

    /// Element type, shape and elements of a tensor.
    static func of(_ tensor: Tensor) -> String {
        "\(tensor.elementType) \(tensor.shape) \(tensor.withBytes { of($0) })"
    }

    private static func digits(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
