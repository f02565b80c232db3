internal import CKernels
import Display
import Tensors

/// Sets whole channels of images to 0 while the model learns, chosen at random for each image and step, and scales the
/// rest by 1 / (1 − rate); it changes nothing when the model is used.
///
///     SpatialDropout2D(rate: 0.2)
///
/// Neighbouring pixels of a channel say nearly the same, so that dropping single ones, as ``Dropout`` does, hides little.
public struct SpatialDropout2D: Layer {
    public static let kind = "SpatialDropout2D"

    public let name: String?
    public let inputShape: Shape?
    let rate: Double

    /// - Parameter rate: the part of the channels that is set to 0: at least 0, and below 1.
    public init(rate: Double, inputShape: Shape? = nil, name: String? = nil) {
        demand((0..<1).contains(rate), "SpatialDropout2D: rate must be in 0..<1, but is \(NumberText.short(rate))")
        self.rate = rate
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) throws(LayerRefusal) -> Shape {
        try place.expectImages()
        return place.inputShape
    }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        let input = layout.input
        guard layout.builder.isTraining, rate > 0 else { return layout.passedOn(input) }
        let planes = ChannelPlanes(of: input, in: layout)
        let factors = drawFactors(layout, count: layout.builder.batchSize * input.shape[2])
        let output = layout.signal(planes.scaled(.forward, planes.source, by: factors), isRectified: input.isRectified)
        layout.onWayBack(from: output) { gradient in
            let gradient = layout.builder.reorder(gradient, to: planes.source.layout, for: layout.node.name)
            if input.letsReaderMask {
                // What is positive behind the dropout was kept, and was positive before it.
                input.gradientIsMasked = true
                layout.contribute(layout.masked(gradient, by: output, scale: Float(1 / (1 - rate))), to: input)
            } else {
                layout.contribute(planes.scaled(.backward, gradient, by: factors), to: input)
            }
        }
        return output
    }

    /// For each image and channel 0, or what the channel is multiplied by.
    private func drawFactors(_ layout: LayerLayout, count: Int) -> Memory {
        let (context, rate) = (layout.builder.context, rate)
        let factors = layout.builder.allocate(MemoryDescriptor(rowMajor: [count]))
        let ones = Memory(owned: factors.layout)
        ones.floats.update(repeating: 1, count: count)
        let draws = StepDraws("spatial dropout", in: layout)
        layout.builder.append(layout.label(.forward, "draw"), touching: [factors]) {
            nbrun_dropout(draws.place(in: context), rate, ones.floats, factors.floats, count)
        }
        return factors
    }
}
