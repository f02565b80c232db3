import Chapters
import Sessions

/// Why a report is not that of the chapter as it is now.
enum CheckFinding: Error, Equatable {
    case noRecord(path: String)
    case unreadableRecord(path: String)
    case change(ChapterChange, chapter: String)
    case parameter(name: String, run: String, wanted: String)
    case cellFailed(chapter: String, label: String, line: Int, status: CellRecord.Status)
    case runFailed(exitStatus: Int32)
    case changedMeanwhile(String)
    case missingReport(path: String)
    case editedReport(path: String)
    case otherReport(path: String)
}

extension CheckFinding: CustomStringConvertible {
    var description: String {
        switch self {
        case .noRecord(let path): "\(path): there is no record of a run"
        case .unreadableRecord(let path): "\(path): it is no run record that says what its reports are of"
        case .change(let change, let chapter): change.description(in: chapter)
        case .parameter(let name, let run, let wanted): "parameter \(name): the run had \(run) instead of \(wanted)"
        case .cellFailed(let chapter, let label, let line, let status):
            "\(chapter):\(line): the run's cell '\(label)' \(status == .failed ? "" : "was ")\(status.rawValue)"
        case .runFailed(let exitStatus): "the run ended with exit status \(exitStatus)"
        case .changedMeanwhile(let change): "\(change) while the run went on"
        case .missingReport(let path): "\(path): the report is missing"
        case .editedReport(let path): "\(path): it is not as the run wrote it"
        case .otherReport(let path): "\(path): the recorded run did not write it"
        }
    }
}
