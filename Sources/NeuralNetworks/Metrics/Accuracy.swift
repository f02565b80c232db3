extension MetricKind {
    /// The part of the predictions that are right, counted as Keras does for their shape.
    ///
    /// Where their last axis has one number, each number is a yes or no: it is above ½ where the target is 1, and not above
    /// it where the target is 0. Where it has several, they are classes: the largest one is that of the right class, for
    /// each sample, or each pixel of its image.
    public static let accuracy = MetricKind(name: "accuracy") { comparison in
        if comparison.classCount == 1 { return numbersOnTheRightSide("accuracy", comparison.targets) }
        return Share(name: "accuracy", classCount: comparison.classCount) { batch, row in
            batch.prediction(row).indexOfLargest == batch.rightClass(row, comparison.targets)
        }
    }

    /// The part of the predicted numbers that are above ½ where their target is 1, and not above it where it is 0.
    public static let binaryAccuracy = MetricKind(name: "binary_accuracy") { comparison in
        comparison.targets.demandNumbers(for: "binary_accuracy")
        return numbersOnTheRightSide("binary_accuracy", comparison.targets)
    }

    private static func numbersOnTheRightSide(_ name: String, _ targets: TargetKind) -> Share {
        Share(name: name) { batch in
            let right = (0..<batch.rows * batch.width).count { index in
                (batch.predictions[index] > 0.5 ? 1 : 0) == batch.target(index, targets)
            }
            return (right, batch.rows * batch.width)
        }
    }
}
