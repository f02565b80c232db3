internal import CKernels
import Display
import Tensors

/// Adds normally distributed noise to its input while the model learns, new in each step; it changes nothing when the
/// model is used.
///
///     GaussianNoise(stddev: 0.1)
public struct GaussianNoise: Layer {
    public static let kind = "GaussianNoise"

    public let name: String?
    public let inputShape: Shape?
    let stddev: Double

    /// - Parameter stddev: the standard deviation of the noise, whose mean is 0: from 0 to 1.
    public init(stddev: Double, inputShape: Shape? = nil, name: String? = nil) {
        demand((0...1).contains(stddev), "GaussianNoise: stddev must be in 0...1, but is \(NumberText.short(stddev))")
        self.stddev = stddev
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) -> Shape { place.inputShape }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        let (input, context, stddev) = (layout.input, layout.builder.context, stddev)
        guard layout.builder.isTraining, stddev > 0 else { return layout.passedOn(input) }
        let source = layout.unpadded(input)
        let count = source.layout.floatCount
        let output = layout.signal(layout.builder.allocate(source.layout))
        let draws = StepDraws("gaussian noise", in: layout)
        layout.builder.append(layout.label(.forward, "noise"), touching: [source, output.memory]) {
            nbrun_random_normal(draws.place(in: context), 0, stddev, output.memory.floats, count)
            nbrun_add(source.floats, output.memory.floats, count)
        }
        layout.onWayBack(from: output) { layout.contribute($0, to: input) }
        return output
    }
}
