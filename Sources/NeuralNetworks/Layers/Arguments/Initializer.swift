import Display
import Tensors

/// How a layer's numbers begin.
///
/// `fans` are how many inputs reach one output and how many outputs one input reaches: for a convolution the area of its
/// kernel times its channels.
public enum Initializer: Sendable, Hashable {
    /// Uniform in ±√(6 / (fan in + fan out)).
    case glorotUniform
    /// Uniform in ±√(6 / fan in).
    case heUniform
    /// Uniform in ±√(3 / fan in).
    case lecunUniform
    /// Normally distributed with a variance of 2 / (fan in + fan out), without what is rare.
    case glorotNormal
    /// Normally distributed with a variance of 2 / fan in, without what is rare.
    case heNormal
    /// Normally distributed with a variance of 1 / fan in, without what is rare.
    case lecunNormal
    /// Uniform in a range.
    case randomUniform(from: Double = -0.05, to: Double = 0.05)
    /// Normally distributed.
    case randomNormal(mean: Double = 0, standardDeviation: Double = 0.05)
    /// Normally distributed, but drawn again where it is more than two standard deviations from the mean.
    case truncatedNormal(mean: Double = 0, standardDeviation: Double = 0.05)
    case zeros
    case ones
    case constant(Double)

    func fill(
        _ floats: UnsafeMutableBufferPointer<Float>, fans: (inputs: Int, outputs: Int),
        using generator: inout RandomGenerator
    ) {
        checkArguments()
        let limits = { (variance: Double) in Float(-(3 * variance).squareRoot())..<Float((3 * variance).squareRoot()) }
        switch self {
        case .glorotUniform: generator.fillUniformly(floats, in: limits(2 / Double(fans.inputs + fans.outputs)))
        case .heUniform: generator.fillUniformly(floats, in: limits(2 / Double(fans.inputs)))
        case .lecunUniform: generator.fillUniformly(floats, in: limits(1 / Double(fans.inputs)))
        case .glorotNormal: generator.fillNormally(floats, truncatedVariance: 2 / Double(fans.inputs + fans.outputs))
        case .heNormal: generator.fillNormally(floats, truncatedVariance: 2 / Double(fans.inputs))
        case .lecunNormal: generator.fillNormally(floats, truncatedVariance: 1 / Double(fans.inputs))
        case .truncatedNormal(let mean, let deviation):
            generator.fillTruncatedNormally(floats, mean: Float(mean), standardDeviation: Float(deviation))
        case .randomUniform(let low, let high): generator.fillUniformly(floats, in: Float(low)..<Float(high))
        case .randomNormal(let mean, let deviation):
            generator.fillNormally(floats, mean: Float(mean), standardDeviation: Float(deviation))
        case .zeros: floats.update(repeating: 0)
        case .ones: floats.update(repeating: 1)
        case .constant(let value): floats.update(repeating: Float(value))
        }
    }

    /// Stops the cell where no numbers are such.
    private func checkArguments() {
        switch self {
        case .randomUniform(let low, let high):
            demand(
                low <= high && low.isFinite && high.isFinite,
                """
                Initializer: randomUniform must go from a number to a larger one, but goes from \(NumberText.short(low)) to \
                \(NumberText.short(high))
                """)
        case .randomNormal(_, let deviation), .truncatedNormal(_, let deviation):
            demand(
                deviation >= 0 && deviation.isFinite,
                "Initializer: standardDeviation must be at least 0, but is \(NumberText.short(deviation))")
        default: break
        }
    }
}

extension Initializer {
    /// Uniform in −0.05 ..< 0.05.
    public static var randomUniform: Initializer { .randomUniform() }
    /// Normally distributed about 0, with a standard deviation of 0.05.
    public static var randomNormal: Initializer { .randomNormal() }
}

extension Initializer {
    /// Normally distributed about 0 with a standard deviation of 0.05, and never more than twice as far.
    public static var truncatedNormal: Initializer { .truncatedNormal() }
}
