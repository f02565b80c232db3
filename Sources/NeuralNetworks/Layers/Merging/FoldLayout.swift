internal import CKernels

/// What two numbers become one by.
enum PairFunction: String {
    case product, maximum, minimum

    fileprivate var kernel: nbrun_pair_function {
        switch self {
        case .product: NBRUN_PAIR_PRODUCT
        case .maximum: NBRUN_PAIR_MAXIMUM
        case .minimum: NBRUN_PAIR_MINIMUM
        }
    }
}

extension LayerLayout {
    /// The first two inputs made one by a function of their elements, that and the third, and so on.
    func folded(by function: PairFunction) -> Signal {
        let memories = inputs.map(memory)
        let sources = memories.map { builder.reorder($0, to: memories[0].layout, for: node.name) }
        var folds = [sources[0]]
        for source in sources.dropFirst() { folds.append(pair(folds.last!, source, by: function)) }
        let output = signal(folds.last!)
        onWayBack(from: output) { gradient in
            var gradient = builder.reorder(gradient, to: sources[0].layout, for: node.name)
            for index in sources.indices.dropFirst().reversed() {
                let (left, right) = gradients(gradient, folds[index - 1], sources[index], by: function)
                contribute(right, to: inputs[index])
                gradient = left
            }
            contribute(gradient, to: inputs[0])
        }
        return output
    }

    private func pair(_ left: Memory, _ right: Memory, by function: PairFunction) -> Memory {
        let result = builder.allocate(left.layout)
        let count = result.layout.floatCount
        builder.append(label(.forward, function.rawValue), touching: [left, right, result]) {
            nbrun_pair(function.kernel, left.floats, right.floats, result.floats, count)
        }
        return result
    }

    private func gradients(
        _ gradient: Memory, _ left: Memory, _ right: Memory, by function: PairFunction
    ) -> (left: Memory, right: Memory) {
        let results = (builder.allocate(left.layout), builder.allocate(left.layout))
        let count = left.layout.floatCount
        builder.append(
            label(.backward, function.rawValue), touching: [gradient, left, right, results.0, results.1]
        ) {
            nbrun_pair_gradients(
                function.kernel, left.floats, right.floats, gradient.floats, results.0.floats, results.1.floats, count)
        }
        return results
    }
}
