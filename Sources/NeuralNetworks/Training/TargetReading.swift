import Display
import Tensors

extension TargetKind {
    /// Holds inputs and targets for as long as the closure runs; stops the cell where they do not belong together.
    func withSamples<Result>(
        _ inputs: Tensor, _ targets: Tensor, model: String, _ body: (Samples) -> Result
    ) -> Result {
        let count = inputs.shape[0]
        demand(
            targets.shape.rank >= 1 && targets.shape[0] == count,
            """
            \(model): there must be as many targets as inputs, but there are inputs of shape \(inputs.shape) and targets of \
            shape \(targets.shape)
            """)
        return inputs.withFloats { inputs in
            switch self {
            case .classes(let classes):
                labels(targets, classes: classes, model: model).withUnsafeBufferPointer { labels in
                    body(Samples(count: count, inputs: inputs, targets: .labels(labels)))
                }
            case .numbers(let width):
                withNumbers(targets, width: width, model: model) { numbers in
                    body(Samples(count: count, inputs: inputs, targets: .numbers(numbers)))
                }
            }
        }
    }

    /// One class label a sample, each of them below the number of classes.
    private func labels(_ targets: Tensor, classes: Int, model: String) -> [Int32] {
        let count = targets.shape[0]
        demand(
            targets.shape.count == count,
            "\(model): expected one class label a sample, but the targets have the shape \(targets.shape)")
        return targets.withFloats { labels in
            labels.map { label in
                demand(
                    label >= 0 && label < Float(classes) && label == label.rounded(),
                    """
                    \(model): a label must be a whole number from 0 to \(classes - 1), as the last layer has \(classes) \
                    results, but one is \(NumberText.short(Double(label)))
                    """)
                return Int32(label)
            }
        }
    }

    private func withNumbers<Result>(
        _ targets: Tensor, width: Int, model: String, _ body: (UnsafeBufferPointer<Float>) -> Result
    ) -> Result {
        let areLabels = width > 1 && targets.shape.count == targets.shape[0]
        demand(
            targets.shape.count == targets.shape[0] * width,
            """
            \(model): expected \(width) number\(width == 1 ? "" : "s") a sample as target, as the model gives, but the targets have \
            the shape \(targets.shape)\(areLabels ? "; for class labels, use .sparseCategoricalCrossentropy" : "")
            """)
        return targets.withFloats(body)
    }
}
