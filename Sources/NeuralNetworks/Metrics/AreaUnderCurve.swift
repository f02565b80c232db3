extension MetricKind {
    /// How well predictions tell yes from no, wherever the line between them is drawn: the area under the curve of the
    /// part of the yes that are found, over the part of the no that are taken for a yes.
    ///
    /// The curve has a point for each of 200 thresholds, evenly from 0 to 1, and is straight between them; 1 is
    /// perfect, ½ is guessing.
    public static let auc = MetricKind(name: "auc") { comparison in
        comparison.targets.demandNumbers(for: "auc")
        return AreaUnderCurve()
    }
}

/// Counts of yes and no, each prediction in the interval between two thresholds in which it lies.
private final class AreaUnderCurve: MetricCount {
    let name = "auc"
    private static let thresholdCount = 200
    private var positives = [Int](repeating: 0, count: thresholdCount)
    private var negatives = [Int](repeating: 0, count: thresholdCount)

    func add(_ batch: LossBatch) {
        batch.forEachNumber { prediction, target in
            let interval = interval(of: prediction)
            if target != 0 { positives[interval] += 1 } else { negatives[interval] += 1 }
        }
    }

    /// How many thresholds above the first one a prediction exceeds; NaN exceeds none.
    private func interval(of prediction: Float) -> Int {
        if prediction.isNaN { return 0 }
        let place = min(max(prediction, 0), 1) * Float(Self.thresholdCount - 1)
        return max(Int(place.rounded(.up)) - 1, 0)
    }

    var result: Double {
        let found = partsAbove(positives)
        let mistaken = partsAbove(negatives)
        var area = 0.0
        for index in 1..<Self.thresholdCount {
            let height = (found[index - 1] + found[index]) / 2
            area += (mistaken[index - 1] - mistaken[index]) * height
        }
        return area
    }

    /// For each threshold, the part of all counted that lies above it.
    private func partsAbove(_ counts: [Int]) -> [Double] {
        let total = counts.reduce(0, +)
        var above = total
        return counts.indices.map { index in
            defer { above -= counts[index] }
            return total == 0 ? 0 : Double(above) / Double(total)
        }
    }
}
