import Foundation

/// The repository's own chapters.
package enum RepositoryNotebooks {
    /// Their texts.
    package static var texts: [String] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("notebooks")
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
            .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
    }

    /// Short stretches of them, cut where a blank line is.
    package static var pieces: [[UInt8]] {
        texts.flatMap { text -> [[UInt8]] in
            var pieces = [""]
            for part in text.components(separatedBy: "\n\n") {
                if pieces[pieces.count - 1].utf8.count > 600 { pieces.append("") }
                pieces[pieces.count - 1] += part + "\n\n"
            }
            return pieces.map { Array($0.utf8) }
        }
    }
}
