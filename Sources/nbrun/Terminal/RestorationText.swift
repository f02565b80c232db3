import Display
import Foundation

/// What a person reads of what did not have to be computed.
enum RestorationText {
    /// `restored 10 epochs, trained 2026-11-25 08:12; trains 15 more`, or
    /// `restored an evaluation of 10,000 samples, measured 2026-11-25 08:13`.
    static func text(_ restoration: Restoration, timeZone: TimeZone = .current) -> String {
        switch restoration {
        case .training(let training):
            let epochs = training.epochs == 1 ? "1 epoch" : "\(NumberText.grouped(training.epochs)) epochs"
            let rest = training.remaining > 0 ? "; trains \(NumberText.grouped(training.remaining)) more" : ""
            return "restored \(epochs), trained \(time(training.time, timeZone))\(rest)"
        case .evaluation(let evaluation):
            let samples = evaluation.samples == 1 ? "1 sample" : "\(NumberText.grouped(evaluation.samples)) samples"
            return "restored an evaluation of \(samples), measured \(time(evaluation.time, timeZone))"
        }
    }

    private static func time(_ seconds: Int, _ timeZone: TimeZone) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = timeZone
        formatter.dateFormat = "yyyy-MM-dd HH:mm"
        return formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
    }
}
