import Display

/// Which values of a metric are better.
public enum MonitorMode: String, Sendable {
    /// As the metric itself says: a large accuracy, a small loss.
    case auto
    case min, max
}

/// A metric that a callback watches.
struct Monitor {
    /// What it is called in the logs, such as `val_loss`.
    let name: String
    let mode: MonitorMode
    /// What has to be gained at least, for an improvement.
    let minDelta: Double
    /// The callback, for messages.
    let watcher: String
    /// Whether it has said that the metric is not measured.
    var hasMissedIt = false

    init(_ name: String, mode: MonitorMode, minDelta: Double = 0, watcher: String) {
        demand(minDelta.isFinite, "\(watcher): minDelta must be a number, but is \(NumberText.short(minDelta))")
        self.name = name
        self.mode = mode
        self.minDelta = abs(minDelta)
        self.watcher = watcher
    }

    /// Whether a value is better than another by more than `minDelta`; any is better than none.
    func isImprovement(_ value: Double, over other: Double?, of model: Model) -> Bool {
        guard let other else { return true }
        return isBetterLarge(in: model) ? value - minDelta > other : value + minDelta < other
    }

    /// The metric's value; where it was not measured, the training's output says so once.
    mutating func value(in logs: [String: Double], of model: Model) -> Double? {
        _ = isBetterLarge(in: model)
        if let value = logs[name] { return value }
        if !hasMissedIt {
            let known = logs.keys.sorted().joined(separator: ", ")
            model.remark("\(watcher) watches \(name), which is not measured; there are \(known)")
        }
        hasMissedIt = true
        return nil
    }

    private func isBetterLarge(in model: Model) -> Bool {
        switch mode {
        case .min: return false
        case .max: return true
        case .auto:
            let metric = name.hasPrefix("val_") ? String(name.dropFirst(4)) : name
            if metric == "loss" { return false }
            guard let answer = model.compiled(for: "fit").context.tally.isBetterLarge(metric) else {
                misuse("\(watcher): whether more or less of \(name) is better is not known; give a mode, .min or .max")
            }
            return answer
        }
    }
}

extension Monitor: CustomStringConvertible {
    var description: String { "monitor: \(name), mode: \(mode), minDelta: \(minDelta)" }
}
