import Display
import Tensors

/// How often samples of each class were taken for each class: it is shown as a picture, rows for what they are,
/// columns for what was predicted.
///
///     let confusion = ConfusionMatrix(testY, model.predict(testX), classNames: FashionMNIST.classNames)
///     confusion.counts[6][0]   // 98: shirts that were taken for T-shirts
///     confusion.accuracy       // 0.8941
///
/// Predictions are class labels, or a number for each class, of which the largest counts. Labels that are no whole numbers from 0,
/// and as many names as there are not classes, stop the cell.
public struct ConfusionMatrix: Sendable {
    /// A row for each class that samples have, a column for each that was predicted.
    public let counts: [[Int]]
    public let classNames: [String]

    /// - Parameters:
    ///   - labels: the class of each sample, of shape (n,).
    ///   - predictions: the predicted class of each, of shape (n,), or the classes' probabilities, of shape (n, classes).
    public init(_ labels: Tensor, _ predictions: Tensor, classNames: [String] = []) {
        let rows = predictions.shape.rank == 2 && predictions.shape[1] > 1
        let predicted = ClassLabels(rows ? predictions.argmax(axis: 1) : predictions, "predictions")
        let actual = ClassLabels(labels, "labels")
        demand(
            actual.values.count == predicted.values.count,
            """
            ConfusionMatrix: there must be a prediction for each label, but there are \(actual.values.count) labels and \
            \(predicted.values.count) predictions
            """)
        let largest = max(actual.largest, predicted.largest, rows ? predictions.shape[1] - 1 : 0)
        let count = max(largest + 1, classNames.count)
        demand(
            classNames.isEmpty || classNames.count == count,
            "ConfusionMatrix: there are classes from 0 to \(largest), but \(classNames.count) names for them")
        var counts = [[Int]](repeating: [Int](repeating: 0, count: count), count: count)
        for (label, prediction) in zip(actual.values, predicted.values) { counts[label][prediction] += 1 }
        self.counts = counts
        self.classNames = classNames
    }

    /// The part of the samples that lie on the diagonal.
    public var accuracy: Double {
        let total = counts.joined().reduce(0, +)
        return total == 0 ? 0 : Double(counts.indices.reduce(0) { $0 + counts[$1][$1] }) / Double(total)
    }

    /// The picture, to be given another size or a caption.
    public func figure(size: (Double, Double)? = nil, title: String? = nil) -> Figure {
        Figure(size: size, title: title) {
            Axes(xLabel: "predicted", yLabel: "actual") {
                Heatmap(
                    counts.map { $0.map(Double.init) }, rowNames: classNames, columnNames: classNames,
                    valueLabel: "samples")
            }
        }
    }
}

extension ConfusionMatrix: Displayable, CustomStringConvertible {
    public var output: Output { figure().output }

    /// `ConfusionMatrix of 10 classes, accuracy 0.8941`
    public var description: String {
        "ConfusionMatrix of \(counts.count) classes, accuracy \(NumberText.fixed(accuracy, decimals: 4))"
    }
}

/// Numbers of classes, checked.
private struct ClassLabels {
    let values: [Int]

    init(_ tensor: Tensor, _ name: String) {
        demand(
            tensor.shape.count == (tensor.shape.sizes.first ?? 1),
            "ConfusionMatrix: \(name) must be one class a sample, but have the shape \(tensor.shape)")
        values = tensor.withFloats { floats in
            floats.map { value in
                demand(
                    value >= 0 && value < 10_000 && value == value.rounded(),
                    """
                    ConfusionMatrix: \(name) must be whole numbers from 0 to 9,999, but one is \
                    \(NumberText.short(Double(value)))
                    """)
                return Int(value)
            }
        }
    }

    var largest: Int { values.max() ?? 0 }
}
