import Chapters
import Display
import Foundation
import Sessions

/// The run record as JSON, for programs: what ran, how it ended, how long it took, and what the reports are of.
enum RunRecordFile {
    static func json(of run: FinishedRun, reports: [WrittenFile]) -> String {
        let document = Document(
            chapter: run.chapter.path, exitStatus: run.status.rawValue,
            parameters: run.record.parameters.map { .init(name: $0.name, value: $0.value, original: $0.original) },
            cells: zip(run.chapter.cells, run.record.cells).map { cell, record in
                Document.Cell(
                    label: cell.label, line: cell.line, status: record.status.rawValue, seconds: record.duration,
                    error: errorMessage(record), errorIsExpected: cell.options.error ? true : nil,
                    outputs: record.outputs.map(\.plainText),
                    omitted: record.omission.map(Document.Omitted.init),
                    restored: record.restored.isEmpty ? nil : record.restored.map(Document.Restored.init))
            },
            contents: run.read.fingerprint, reports: reports, changedMeanwhile: run.changesMeanwhile,
            ingredients: run.ingredients)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: (try? encoder.encode(document)) ?? Data(), as: UTF8.self) + "\n"
    }

    /// What the cells of the last run were made from.
    ///
    /// - Parameter paths: where its record may be, the newest first.
    /// - Returns: nil where no file records a run of this chapter.
    static func ingredients(at paths: [String], of chapter: Chapter) -> RunIngredients? {
        paths.lazy.compactMap { path -> RunIngredients? in
            guard let data = FileManager.default.contents(atPath: path),
                let recorded = try? JSONDecoder().decode(Recorded.self, from: data), recorded.chapter == chapter.path
            else { return nil }
            return recorded.ingredients
        }.first
    }

    /// The files that a run wrote; none where its record is missing or damaged.
    static func reports(at path: String) -> [WrittenFile] {
        struct Reports: Decodable {
            let reports: [WrittenFile]
        }
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        return (try? JSONDecoder().decode(Reports.self, from: data).reports) ?? []
    }

    /// The part of a document that is read again.
    private struct Recorded: Decodable {
        let chapter: String
        let ingredients: RunIngredients
    }

    private static func errorMessage(_ record: CellRecord) -> String? {
        record.failure?.message ?? record.diagnostics.first { $0.severity == .error }?.message
    }

    private struct Document: Encodable {
        let chapter: String
        let exitStatus: Int32
        let parameters: [RecordedParameter]
        let cells: [Cell]
        /// What tells the chapter from every other text.
        let contents: ChapterFingerprint
        /// The files that the run has written.
        let reports: [WrittenFile]
        /// What changed on the disk while the run went on.
        let changedMeanwhile: [String]
        let ingredients: RunIngredients

        struct Cell: Encodable {
            let label: String
            let line: Int
            let status: String
            let seconds: Double?
            let error: String?
            /// Left out where it is not.
            let errorIsExpected: Bool?
            let outputs: [String]
            /// What is left out of the outputs; left out itself where they are all there.
            let omitted: Omitted?
            /// What it did not have to compute; left out where there is nothing.
            let restored: [Restored]?
        }

        /// What came behind so many of the outputs, and is not kept.
        struct Omitted: Encodable {
            let position: Int
            let bytes: Int
            let outputs: Int

            init(_ omission: Omission) {
                (position, bytes, outputs) = (omission.position, omission.bytes, omission.outputs)
            }
        }

        /// Epochs of a fit, or the samples of an evaluation.
        struct Restored: Encodable {
            let model: String
            var epochs: Int?
            var remaining: Int?
            var samples: Int?
            let computed: String

            init(_ restoration: Restoration) {
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
    }
}

/// A parameter that was set, as a run record has it.
struct RecordedParameter: Codable {
    let name: String
    let value: String
    let original: String
}
