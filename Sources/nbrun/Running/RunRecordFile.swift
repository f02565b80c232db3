import Chapters
import Display
import Foundation

/// The run record as JSON, for programs: what ran, how it ended, how long it took.
enum RunRecordFile {
    static func json(of record: RunRecord, chapter: Chapter) -> String {
        let document = Document(
            chapter: chapter.path,
            parameters: record.parameters.map { .init(name: $0.name, value: $0.value, original: $0.original) },
            cells: zip(chapter.cells, record.cells).map { cell, record in
                Document.Cell(
                    label: cell.label, line: cell.line, status: record.status.rawValue, seconds: record.duration,
                    error: errorMessage(record), outputs: record.outputs.map(\.plainText),
                    restored: record.restored.isEmpty ? nil : record.restored.map(Document.Restored.init))
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: (try? encoder.encode(document)) ?? Data(), as: UTF8.self) + "\n"
    }

    private static func errorMessage(_ record: CellRecord) -> String? {
        record.failure?.message ?? record.diagnostics.first { $0.severity == .error }?.message
    }

    private struct Document: Encodable {
        let chapter: String
        let parameters: [Parameter]
        let cells: [Cell]

        struct Parameter: Encodable {
            let name: String
            let value: String
            let original: String
        }

        struct Cell: Encodable {
            let label: String
            let line: Int
            let status: String
            let seconds: Double?
            let error: String?
            let outputs: [String]
            /// Epochs that needed no training; left out where there are none.
            let restored: [Restored]?
        }

        struct Restored: Encodable {
            let model: String
            let epochs: Int
            let remaining: Int
            let trained: String

            init(_ training: RestoredTraining) {
                (model, epochs, remaining) = (training.model, training.epochs, training.remaining)
                trained = Date(timeIntervalSince1970: Double(training.time)).ISO8601Format()
            }
        }
    }
}
