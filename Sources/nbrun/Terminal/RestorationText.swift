import Display
import Foundation

/// What a person reads of epochs that needed no training.
enum RestorationText {
    /// `restored 10 epochs, trained 2026-11-25 08:12; trains 15 more`.
    static func text(_ training: RestoredTraining, timeZone: TimeZone = .current) -> String {
        let epochs = training.epochs == 1 ? "1 epoch" : "\(training.epochs) epochs"
        let rest = training.remaining > 0 ? "; trains \(training.remaining) more" : ""
        return "restored \(epochs), trained \(time(training.time, timeZone))\(rest)"
    }

    private static func time(_ seconds: Int, _ timeZone: TimeZone) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = timeZone
        formatter.dateFormat = "yyyy-MM-dd HH:mm"
        return formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
    }
}
