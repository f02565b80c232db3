import Display

/// What large numbers add to the loss, so that a model keeps its weights small: l1 Σ|w| + l2 Σw².
///
///     Dense(units: 64, kernelRegularizer: .l2(0.001))
///
/// The loss that a fit and an evaluation report contains it, as in Keras.
public struct Regularizer: Sendable, Hashable {
    let l1: Double
    let l2: Double

    private init(l1: Double, l2: Double) {
        for (name, factor) in [("l1", l1), ("l2", l2)] {
            demand(
                factor >= 0 && factor.isFinite,
                "Regularizer: \(name) must be at least 0, but is \(NumberText.short(factor))")
        }
        self.l1 = l1
        self.l2 = l2
    }

    /// l1 Σ|w|, which makes many weights 0.
    public static func l1(_ l1: Double = 0.01) -> Regularizer { Regularizer(l1: l1, l2: 0) }

    /// l2 Σw², which keeps all weights small.
    public static func l2(_ l2: Double = 0.01) -> Regularizer { Regularizer(l1: 0, l2: l2) }

    /// Both of them.
    public static func l1l2(l1: Double = 0, l2: Double = 0) -> Regularizer { Regularizer(l1: l1, l2: l2) }
}

extension Regularizer: CustomStringConvertible {
    public var description: String { ReadableText.of(self) }
}
