import Glibc

/// `snprintf` of one number: the C library rounds decimal digits correctly, and needs no Foundation.
func formatted(_ format: String, _ value: Double, _ decimals: Int) -> String {
    withVaList([Int32(decimals), value]) { arguments in
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
            let length = vsnprintf(buffer.baseAddress, buffer.count, format, arguments)
            return String(decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }
}
