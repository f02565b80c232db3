import Foundation

/// What an engine took, as its process reports it: a line `measured {…}`.
struct Measurement: Codable {
    let engine: String
    /// Training on three quarters of the images, and validation on the rest.
    var secondsAnEpoch: Double?
    /// On the 10,000 test images, after that epoch and a few steps before it.
    var testAccuracy: Double?
    /// From the start of the process.
    var secondsToFirstStep: Double?
    var predictionsASecond: Double?
    /// Images that augmentation changed, a second.
    var imagesASecond: Double?
    /// The most memory that the process had at any time.
    let peakMegabytes: Double

    private static let mark = "measured "

    /// Finds the line in what a process printed.
    init(printed text: String) throws {
        guard let line = text.split(separator: "\n").last(where: { $0.hasPrefix(Self.mark) }) else {
            throw MeasurementError.none(printed: text)
        }
        self = try JSONDecoder().decode(Measurement.self, from: Data(line.dropFirst(Self.mark.count).utf8))
    }

    init(engine: String) {
        self.engine = engine
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        peakMegabytes = Double(usage.ru_maxrss) / 1024
    }

    func report() throws {
        print(Self.mark + String(decoding: try JSONEncoder().encode(self), as: UTF8.self))
    }
}

enum MeasurementError: Error, CustomStringConvertible {
    case none(printed: String)

    var description: String {
        switch self {
        case .none(let text): "a measurement ended without a result; it printed:\n\(text)"
        }
    }
}
