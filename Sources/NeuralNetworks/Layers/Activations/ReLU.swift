import Display
import Tensors

/// x of each element where it is positive, else 0, as a layer of its own.
///
///     maxValue where x ≥ maxValue;  x where x > threshold;  negativeSlope (x − threshold) elsewhere
///     ReLU()
///     ReLU(maxValue: 6)
public struct ReLU: Layer {
    public static let kind = "ReLU"

    public let name: String?
    public let inputShape: Shape?
    let maxValue: Double?
    let negativeSlope: Double
    let threshold: Double

    /// - Parameters:
    ///   - maxValue: the largest result; nil for no limit.
    ///   - negativeSlope: what is left of the distance below the threshold.
    ///   - threshold: what an element has to be above to stay as it is.
    public init(
        maxValue: Double? = nil, negativeSlope: Double = 0, threshold: Double = 0, inputShape: Shape? = nil,
        name: String? = nil
    ) {
        for (argument, value) in [("maxValue", maxValue), ("negativeSlope", negativeSlope), ("threshold", threshold)] {
            guard let value else { continue }
            demand(value >= 0 && value.isFinite, "ReLU: \(argument) must be at least 0 and finite, but is \(value)")
        }
        self.maxValue = maxValue
        self.negativeSlope = negativeSlope
        self.threshold = threshold
        self.inputShape = inputShape
        self.name = name
    }

    public func outputShape(at place: LayerPlace) -> Shape { place.inputShape }

    public func _layOut(_ layout: LayerLayout) -> Signal {
        if maxValue == nil, threshold == 0 {
            return layout.activatedInput(by: negativeSlope == 0 ? .relu : .leakyReLU(alpha: negativeSlope))
        }
        return layout.rectifiedInput(
            upTo: maxValue.map(Float.init) ?? .infinity, slope: Float(negativeSlope), threshold: Float(threshold))
    }
}
