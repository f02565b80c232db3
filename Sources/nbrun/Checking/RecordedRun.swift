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

    /// - Throws: `CheckFinding` where there is no record, or one that does not say what the reports are of.
    init(at path: String) throws(CheckFinding) {
        guard let data = FileManager.default.contents(atPath: path) else { throw .noRecord(path: path) }
        guard let record = try? JSONDecoder().decode(RecordedRun.self, from: data) else {
            throw .unreadableRecord(path: path)
        }
        self = record
    }
}
