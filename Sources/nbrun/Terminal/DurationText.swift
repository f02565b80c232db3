import Display

/// Durations as people say them.
enum DurationText {
    /// `0.12 s`, `8.4 s`, `1 min 20 s`, `2 h 5 min`.
    static func text(_ seconds: Double) -> String {
        switch seconds {
        case ..<1: return "\(NumberText.fixed(seconds, decimals: 2)) s"
        case ..<59.95: return "\(NumberText.fixed(seconds, decimals: 1)) s"
        case ..<3600: return "\(Int(seconds.rounded()) / 60) min \(Int(seconds.rounded()) % 60) s"
        default: return "\(Int(seconds) / 3600) h \(Int(seconds) % 3600 / 60) min"
        }
    }
}
