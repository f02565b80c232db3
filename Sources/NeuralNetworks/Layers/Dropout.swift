internal import CKernels
import Display
import Tensors

/// Sets a part of its input to 0 while the model learns, chosen at random in each step, and scales the rest by
/// 1 / (1 − rate); it changes nothing when the model is used.
///
///     Dropout(rate: 0.3)
public struct Dropout: Layer {
    public static let kind = "Dropout"

    public let name: String?
    public let inputShape: Shape?
    let rate: Double

    /// - Parameter rate: the part that is set to 0: at least 0, and below 1.
    public init(rate: Double, inputShape: Shape? = nil, name: String? = nil) {
        demand((0..<1).contains(rate), "Dropout: rate must be in 0..<1, but is \(NumberText.short(rate))")
        self.rate = rate
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) -> Shape { place.inputShape }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        let input = layout.input
        guard layout.builder.isTraining, rate > 0 else { return layout.passedOn(input) }
        let output = layout.signal(layout.builder.allocate(input.memory.layout), isRectified: input.isRectified)
        drop(layout, .forward, input.memory, output.memory)
        layout.onWayBack(from: output) { gradient in
            let gradient = layout.builder.reorder(gradient, to: input.memory.layout, for: layout.node.name)
            if input.letsReaderMask {
                // What is positive behind the dropout was kept, and was positive before it.
                input.gradientIsMasked = true
                layout.contribute(layout.masked(gradient, by: output, scale: Float(1 / (1 - rate))), to: input)
            } else {
                let result = layout.builder.allocate(input.memory.layout)
                drop(layout, .backward, gradient, result)
                layout.contribute(result, to: input)
            }
        }
        return output
    }

    /// Drops the same elements at each call within a step.
    private func drop(_ layout: LayerLayout, _ pass: Command.Pass, _ source: Memory, _ result: Memory) {
        let (context, count, rate) = (layout.builder.context, source.layout.floatCount, rate)
        let draws = StepDraws("dropout", in: layout)
        layout.builder.append(layout.label(pass, "dropout"), touching: [source, result]) {
            nbrun_dropout(draws.place(in: context), rate, source.floats, result.floats, count)
        }
    }
}
