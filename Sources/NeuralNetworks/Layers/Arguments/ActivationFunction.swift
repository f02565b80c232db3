/// The function that each of a layer's results goes through.
public enum ActivationFunction: Sendable, Hashable {
    /// x
    case linear
    /// max(x, 0)
    case relu
    /// 1 / (1 + e⁻ˣ)
    case sigmoid
    /// (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)
    case tanh
    /// eˣ / Σ eˣ over the last axis
    case softmax
    /// x where it is positive, else α(eˣ − 1)
    case elu(alpha: Double = 1)
    /// x where it is positive, else αx
    case leakyReLU(alpha: Double = 0.2)
    /// x Φ(x), with the normal distribution's Φ
    case gelu
    /// x / (1 + e⁻ˣ)
    case swish
    /// log(1 + eˣ)
    case softplus
    /// eˣ
    case exponential

    /// `elu` with α = 1.
    public static var elu: ActivationFunction { .elu() }
    /// `leakyReLU` with α = 0.2.
    public static var leakyReLU: ActivationFunction { .leakyReLU() }
    /// Another name of `swish`.
    public static var silu: ActivationFunction { .swish }
}
