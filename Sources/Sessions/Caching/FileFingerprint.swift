import Foundation

/// What tells a file's content from every other: a hash of the hashes of its blocks, so that no file is too large.
public enum FileFingerprint {
    private static let blockSize = 4 << 20

    /// - Returns: nil where the file cannot be read.
    public static func of(_ path: String) -> String? {
        guard let file = RegularFile.handle(of: path) else { return nil }
        defer { try? file.close() }
        var blocks: [String] = []
        do {
            while let block = try file.read(upToCount: blockSize), !block.isEmpty {
                blocks.append(ContentHash.of(block))
            }
        } catch {
            return nil
        }
        return ContentHash.of(blocks)
    }

    /// That of a file with this content.
    public static func of(_ data: Data) -> String {
        let starts = stride(from: data.startIndex, to: data.endIndex, by: blockSize)
        return ContentHash.of(starts.map { ContentHash.of(data[$0..<min($0 + blockSize, data.endIndex)]) })
    }
}
