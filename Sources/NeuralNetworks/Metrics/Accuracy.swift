extension MetricKind {
    /// The part of the samples that are right.
    ///
    /// With one prediction a sample: it is above ½ where the target is 1, and not above it where the target is 0. With
    /// more of them: the largest one is that of the right class.
    public static let accuracy = MetricKind(name: "accuracy") { targets in
        if targets == .numbers(1) { return numbersOnTheRightSide("accuracy") }
        return Share(name: "accuracy") { batch, row in
            batch.prediction(row).indexOfLargest == batch.rightClass(row, targets)
        }
    }

    /// The part of the predicted numbers that are above ½ where their target is 1, and not above it where it is 0.
    public static let binaryAccuracy = MetricKind(name: "binary_accuracy") { targets in
        targets.demandNumbers(for: "binary_accuracy")
        return numbersOnTheRightSide("binary_accuracy")
    }

    private static func numbersOnTheRightSide(_ name: String) -> Share {
        Share(name: name) { batch in
            var right = 0
            batch.forEachNumber { prediction, target in
                if (prediction > 0.5 ? 1 : 0) == target { right += 1 }
            }
            return (right, batch.rows * batch.width)
        }
    }
}
