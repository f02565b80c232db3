internal import COpenSSL
import Tensors

/// The SHA-256 of a tensor's bytes in hexadecimal digits.
func digest(of tensor: Tensor) -> String {
    tensor.withBytes { bytes in
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        SHA256(bytes.baseAddress, bytes.count, &digest)
        return digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
