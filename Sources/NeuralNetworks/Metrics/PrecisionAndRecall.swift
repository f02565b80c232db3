import Display

extension MetricKind {
    /// Of all numbers that are predicted to be yes, being above ½, the part whose target is yes.
    public static let precision = MetricKind(name: "precision") { comparison in
        comparison.targets.demandNumbers(for: "precision")
        return Share(name: "precision") { batch in
            var (right, total) = (0, 0)
            batch.forEachNumber { prediction, target in
                guard prediction > 0.5 else { return }
                total += 1
                if target != 0 { right += 1 }
            }
            return (right, total)
        }
    }

    /// Of all numbers whose target is yes, the part that is predicted to be yes, being above ½.
    public static let recall = MetricKind(name: "recall") { comparison in
        comparison.targets.demandNumbers(for: "recall")
        return Share(name: "recall") { batch in
            var (right, total) = (0, 0)
            batch.forEachNumber { prediction, target in
                guard target != 0 else { return }
                total += 1
                if prediction > 0.5 { right += 1 }
            }
            return (right, total)
        }
    }
}

extension TargetKind {
    /// Stops the cell where targets are labels of many classes, for a metric that compares number with number.
    func demandNumbers(for metric: String) {
        if case .classes(let count) = self {
            misuse(
                """
                \(metric): expected a number as target for each of the \(count) predictions of a sample, but the loss \
                compares them with class labels; use .categoricalCrossentropy or .binaryCrossentropy
                """)
        }
    }
}
