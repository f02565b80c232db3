import Display
import Glibc

/// Writes the metrics of each epoch into a file of comma-separated values.
///
///     CSVLogger(filename: "training.csv")
///
/// The columns are `epoch`, counted from zero, and the metrics by name; without a validation they are there once more, as
/// `val_…`, and hold `NA`. This is Keras's file, byte for byte.
public final class CSVLogger: Callback {
    private let filename: String
    private let separator: String
    private let append: Bool
    private var file: UnsafeMutablePointer<FILE>?
    private var needsHeader = true
    private var keys: [String]?

    /// - Parameters:
    ///   - separator: what stands between two columns.
    ///   - append: whether lines are added to those of an earlier fit.
    public init(filename: String, separator: String = ",", append: Bool = false) {
        self.filename = filename
        self.separator = separator
        self.append = append
    }

    deinit { close() }

    public func onTrainBegin(of model: Model) {
        close()
        (needsHeader, keys) = (true, nil)
        guard let file = fopen(filename, append ? "a+" : "w") else {
            misuse("CSVLogger: \(filename) cannot be written: \(String(cString: strerror(errno)))")
        }
        if append {
            needsHeader = getc(file) == EOF
            fseek(file, 0, SEEK_END)
        }
        self.file = file
    }

    public func onEpochEnd(_ epoch: Int, logs: [String: Double], of model: Model) {
        let keys = keys ?? Self.columns(of: logs)
        if self.keys == nil, needsHeader { write(["epoch"] + keys) }
        self.keys = keys
        write(["\(epoch)"] + keys.map { key in logs[key].map(Self.text) ?? "NA" })
        fflush(file)
    }

    public func onTrainEnd(of model: Model) { close() }

    private static func columns(of logs: [String: Double]) -> [String] {
        let keys = logs.keys.sorted()
        return keys.contains { $0.hasPrefix("val_") } ? keys : keys + keys.map { "val_\($0)" }
    }

    private static func text(_ value: Double) -> String { value.isFinite ? "\(value)" : NumberText.metric(value) }

    private func write(_ cells: [String]) { fputs(cells.joined(separator: separator) + "\r\n", file) }

    private func close() {
        if let file { fclose(file) }
        file = nil
    }

    public var _signature: String? { "CSVLogger(\(filename), separator: \(separator), append: \(append))" }
}

extension CSVLogger: RestorableCallback {
    /// The lines of an epoch are made of its metrics alone.
    var memory: CallbackMemory { CallbackMemory() }

    func resume(_ memory: CallbackMemory, after epochs: [TrainingLog.Epoch], of model: Model) {
        for epoch in epochs { onEpochEnd(epoch.number - 1, logs: epoch.metrics.logs, of: model) }
    }
}
