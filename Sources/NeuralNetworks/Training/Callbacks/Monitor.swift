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
    /// Whether it has said in this fit that the metric is not measured.
    private var hasMissedIt = false
    /// Whether it has said in this fit that the metric was NaN.
    private(set) var hasMetNaN = false

    init(_ name: String, mode: MonitorMode, minDelta: Double = 0, watcher: String) {
        demand(minDelta.isFinite, "\(watcher): minDelta must be a number, but is \(NumberText.short(minDelta))")
        self.name = name
        self.mode = mode
        self.minDelta = abs(minDelta)
        self.watcher = watcher
    }

    /// Whether a value is better than another by more than `minDelta`; any number is better than none, and NaN than nothing.
    func isImprovement(_ value: Double, over other: Double?, of model: Model) -> Bool {
        if value.isNaN { return false }
        guard let other else { return true }
        return isBetterLarge(in: model) ? value - minDelta > other : value + minDelta < other
    }

    /// The metric's value; where it was not measured, or is NaN, the training's output says so once.
    mutating func value(in logs: [String: Double], of model: Model) -> Double? {
        if let value = logs[name] {
            _ = isBetterLarge(in: model)
            if value.isNaN, !hasMetNaN {
                model.remark("\(name) is NaN, which \(watcher) never takes for the best value")
            }
            if value.isNaN { hasMetNaN = true }
            return value
        }
        if !hasMissedIt {
            let known = logs.keys.sorted().joined(separator: ", ")
            let remark = "\(watcher) watches \(name), which is not measured; there are \(known)"
            // One that this model never measures is a slip of the pen; others may come, as those of a validation.
            if mode == .auto, isBetterLarge(ofKnown: model) == nil { misuse(remark) }
            model.remark(remark)
        }
        hasMissedIt = true
        return nil
    }

    private func isBetterLarge(in model: Model) -> Bool {
        switch mode {
        case .min: return false
        case .max: return true
        case .auto:
            guard let answer = isBetterLarge(ofKnown: model) else {
                misuse("\(watcher): whether more or less of \(name) is better is not known; give a mode, .min or .max")
            }
            return answer
        }
    }

    /// What the model's loss or its metric of that name says; nothing where it has none.
    private func isBetterLarge(ofKnown model: Model) -> Bool? {
        let metric = name.hasPrefix("val_") ? String(name.dropFirst(4)) : name
        return metric == "loss" ? false : model.compiled(for: "fit").context.tally.isBetterLarge(metric)
    }
}

extension Monitor {
    /// Forgets what it has said, for another fit.
    mutating func beginFit() { (hasMissedIt, hasMetNaN) = (false, false) }

    /// What it has said, by names for a callback's memory.
    var memory: [String: Double] {
        var numbers: [String: Double] = [:]
        if hasMissedIt { numbers["hasMissedIt"] = 1 }
        if hasMetNaN { numbers["hasMetNaN"] = 1 }
        return numbers
    }

    mutating func resume(_ memory: CallbackMemory) {
        hasMissedIt = memory.numbers["hasMissedIt"] != nil
        hasMetNaN = memory.numbers["hasMetNaN"] != nil
    }
}

extension Monitor: CustomStringConvertible {
    var description: String { "monitor: \(name), mode: \(mode), minDelta: \(minDelta)" }
}

/// Stops the cell where a value that is to be beaten is none.
func demandNumber(_ value: Double?, _ name: String) {
    demand(value?.isNaN != true, "\(name) must be a number, but is nan")
}
