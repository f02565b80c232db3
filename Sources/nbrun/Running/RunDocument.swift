import Chapters
import Display
import Foundation
import Sessions

/// A run as its record has it on the disk, for programs and for later runs: what ran, how it ended, how long it took, and
/// what the reports are of.
struct RunDocument: Codable {
    let chapter: String
    let exitStatus: Int32
    let parameters: [Parameter]
    let cells: [Cell]
    /// What tells the chapter from every other text.
    let contents: ChapterFingerprint
    /// The files that the run has written.
    let reports: [WrittenFile]
    /// What changed on the disk while the run went on.
    let changedMeanwhile: [String]
    let ingredients: RunIngredients

    /// A parameter that was set.
    struct Parameter: Codable {
        let name: String
        let value: String
        let original: String
    }

    /// What is left out of a record is nil.
    struct Cell: Codable {
        let label: String
        let line: Int
        let status: CellRecord.Status
        let seconds: Double?
        let error: String?
        /// Left out where it is not.
        let errorIsExpected: Bool?
        let outputs: [String]
        /// What is left out of the outputs.
        let omitted: Omitted?
        /// What it did not have to compute.
        let restored: [Restored]?
    }

    /// What came behind so many of the outputs, and is not kept.
    struct Omitted: Codable {
        let position: Int
        let bytes: Int
        let outputs: Int
    }

    /// Epochs of a fit, or the samples of an evaluation.
    struct Restored: Codable {
        let model: String
        var epochs: Int?
        var remaining: Int?
        var samples: Int?
        let computed: String
    }
}

// Out of a run.
extension RunDocument {
    init(of run: FinishedRun, reports: [WrittenFile]) {
        chapter = run.chapter.path
        exitStatus = run.status.rawValue
        parameters = run.record.parameters.map { .init(name: $0.name, value: $0.value, original: $0.original) }
        cells = zip(run.chapter.cells, run.record.cells).map { Cell($0, $1) }
        contents = run.read.fingerprint
        self.reports = reports
        changedMeanwhile = run.changesMeanwhile
        ingredients = run.ingredients
    }

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: (try? encoder.encode(self)) ?? Data(), as: UTF8.self) + "\n"
    }
}

extension RunDocument.Cell {
    fileprivate init(_ cell: Chapters.Cell, _ record: CellRecord) {
        let error = record.failure?.message ?? record.diagnostics.first { $0.severity == .error }?.message
        self.init(
            label: cell.label, line: cell.line, status: record.status, seconds: record.duration, error: error,
            errorIsExpected: cell.options.error ? true : nil, outputs: record.outputs.map(\.plainText),
            omitted: record.omission.map { .init(position: $0.position, bytes: $0.bytes, outputs: $0.outputs) },
            restored: record.restored.isEmpty ? nil : record.restored.map(RunDocument.Restored.init))
    }
}

extension RunDocument.Restored {
    fileprivate init(_ restoration: Restoration) {
        let time: Int
        switch restoration {
        case .training(let training):
            (model, epochs, remaining) = (training.model, training.epochs, training.remaining)
            time = training.time
        case .evaluation(let evaluation):
            (model, samples) = (evaluation.model, evaluation.samples)
            time = evaluation.time
        }
        computed = Date(timeIntervalSince1970: Double(time)).ISO8601Format()
    }
}
