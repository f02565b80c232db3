import Chapters
import Foundation
import Sessions

// Back from the disk, where a file of that name may be damaged, or an author's.
extension RunDocument {
    /// - Returns: nil where the file is missing, or no record of a run.
    init?(at path: String) {
        guard let data = RegularFile.contents(of: path),
            let document = try? JSONDecoder().decode(RunDocument.self, from: data)
        else { return nil }
        self = document
    }

    /// What the cells of a chapter's last run were made from.
    ///
    /// - Parameter paths: where its record may be, the newest first.
    /// - Returns: nil where no file records a run of this chapter.
    static func ingredients(at paths: [String], of chapter: Chapter) -> RunIngredients? {
        paths.lazy.compactMap(RunDocument.init).first { $0.chapter == chapter.path }?.ingredients
    }

    /// The record of the run that wrote a chapter's reports.
    ///
    /// - Parameter paths: where it may be, the newest first. The name of an older one may be an author's: what is no record
    ///   there is nothing.
    /// - Throws: `CheckFinding` where there is no record, or one that does not say what the reports are of.
    static func ofReports(at paths: [String]) throws(CheckFinding) -> RunDocument {
        if let newest = RunDocument(at: paths[0]) { return newest }
        if FileManager.default.fileExists(atPath: paths[0]) { throw .unreadableRecord(path: paths[0]) }
        guard let older = paths.dropFirst().lazy.compactMap(RunDocument.init).first else {
            throw .noRecord(path: paths[0])
        }
        return older
    }
}
