internal import CXXHash
import Foundation

/// A fingerprint of contents, 128 bits as hexadecimal digits (XXH3).
enum ContentHash {
    /// Each text counts with its length, so the same letters cut differently give another hash.
    static func of(_ texts: [String]) -> String {
        var bytes = Data()
        for text in texts {
            withUnsafeBytes(of: text.utf8.count) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: text.utf8)
        }
        return of(bytes)
    }

    static func of(_ data: Data) -> String {
        let hash = data.withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
        return digits(hash.high64) + digits(hash.low64)
    }

    private static func digits(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
