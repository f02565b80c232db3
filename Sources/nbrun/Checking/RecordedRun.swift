import Foundation
import Sessions

/// What a run record says of the reports beside it.
struct RecordedRun: Decodable {
    let exitStatus: Int32
    let parameters: [RecordedParameter]
    let cells: [Cell]
    let contents: ChapterFingerprint
    let reports: [WrittenFile]
    let changedMeanwhile: [String]

    struct Cell: Decodable {
        let label: String
        let line: Int
        let status: String
        let errorIsExpected: Bool?
    }

    /// - Parameter paths: where the record may be, the newest first. The name of an older one may be an author's: what is
    ///   no record there is nothing.
    /// - Throws: `CheckFinding` where there is no record, or one that does not say what the reports are of.
    init(at paths: [String]) throws(CheckFinding) {
        let newest = FileManager.default.contents(atPath: paths[0])
        let found = newest ?? paths.dropFirst().lazy.compactMap(FileManager.default.contents).first
        guard let record = found.flatMap({ try? JSONDecoder().decode(RecordedRun.self, from: $0) }) else {
            throw newest == nil ? .noRecord(path: paths[0]) : .unreadableRecord(path: paths[0])
        }
        self = record
    }
}
