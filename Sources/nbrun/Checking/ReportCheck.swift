import Chapters
import Foundation
import Sessions

/// Whether the reports of a chapter belong to it as it is now: nothing is run, and nothing but the files themselves and
/// the run record is asked.
struct ReportCheck {
    let location: OutputLocation
    let chapter: Chapter
    let contents: ChapterFingerprint
    /// The parameters that the reports should be of.
    let settings: [InjectedParameter]

    /// Everything that is not as it should be; empty where the reports belong to the chapter.
    var findings: [CheckFinding] {
        do throws(CheckFinding) {
            let run = try RunDocument.ofReports(at: location.runRecords(of: chapter.path))
            let changes = contents.changes(since: run.contents).map { CheckFinding.change($0, chapter: chapter.path) }
            // Whoever changes a text while it runs, and back again, may have changed what the cells have read.
            let changesMeanwhile = changes.isEmpty ? run.changedMeanwhile.map(CheckFinding.changedMeanwhile) : []
            return changes + changesMeanwhile + parameters(of: run) + failures(of: run) + files(of: run)
        } catch {
            return [error]
        }
    }

    private func parameters(of run: RunDocument) -> [CheckFinding] {
        let recorded = Dictionary(run.parameters.map { ($0.name, $0) }) { $1 }
        let wanted = Dictionary(settings.map { ($0.name, $0) }) { $1 }
        return Set(recorded.keys).union(wanted.keys).sorted().compactMap { name in
            guard let original = recorded[name]?.original ?? wanted[name]?.original else { return nil }
            let (run, wanted) = (recorded[name]?.value ?? original, wanted[name]?.value ?? original)
            return run == wanted ? nil : .parameter(name: name, run: run, wanted: wanted)
        }
    }

    private func failures(of run: RunDocument) -> [CheckFinding] {
        guard run.exitStatus != 0 else { return [] }
        let failed = run.cells.filter { cell in
            [.failed, .timedOut, .interrupted].contains(cell.status) && cell.errorIsExpected != true
        }
        guard !failed.isEmpty else { return [.runFailed(exitStatus: run.exitStatus)] }
        return failed.map {
            .cellFailed(chapter: chapter.path, label: $0.label, line: $0.line, status: $0.status)
        }
    }

    private func files(of run: RunDocument) -> [CheckFinding] {
        let folder = FilePath.folder(of: location.runRecord(of: chapter.path)) as NSString
        let written = run.reports.map { (path: folder.appendingPathComponent($0.file), $0.fingerprint) }
        let damaged = written.compactMap { path, fingerprint -> CheckFinding? in
            guard Self.isThere(path) else { return .missingReport(path: path) }
            return FileFingerprint.of(path) == fingerprint ? nil : .editedReport(path: path)
        }
        let page = location.report(of: chapter.path)
        let isForeign = Self.isThere(page) && !written.contains { $0.path == page }
        return damaged + (isForeign ? [.otherReport(path: page)] : [])
    }

    private static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
