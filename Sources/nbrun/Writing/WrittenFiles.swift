import Foundation
import OutputFiles
import Sessions

/// The files that a run has written beside its record, and what tells their contents.
struct WrittenFiles {
    private let folder: String
    private(set) var files: [WrittenFile] = []

    /// - Parameter record: the path of the run record.
    init(beside record: String) {
        folder = FilePath.folder(of: record)
    }

    /// - Throws: `FileProblem`.
    mutating func write(_ data: Data, to path: String) throws {
        try data.withUnsafeBytes { bytes in try OutputFile.write(bytes, to: path) }
        let prefix = folder.isEmpty || folder == "/" ? folder : "\(folder)/"
        let name = String(path.dropFirst(prefix.count))
        files.append(WrittenFile(file: name, fingerprint: FileFingerprint.of(data)))
    }
}

/// A file as a run has written it.
struct WrittenFile: Codable, Equatable {
    /// Its path from the folder of the run record.
    let file: String
    let fingerprint: String
}
