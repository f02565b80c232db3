internal import CKernels
import Display

/// How gradients are kept from being too large.
enum GradientClipping: Sendable {
    case none
    /// Each gradient stays within −value…value.
    case value(Double)
    /// The gradients of each parameter together are no longer than this.
    case norm(Double)
    /// The gradients of all parameters together are no longer than this.
    case globalNorm(Double)

    /// The one that was asked for; more than one stops the cell.
    init(norm: Double?, value: Double?, globalNorm: Double?, optimizer: String) {
        let given = [("clipNorm", norm), ("clipValue", value), ("globalClipNorm", globalNorm)]
            .compactMap { name, limit in limit.map { (name: name, limit: $0) } }
        for (name, limit) in given { demandPositive(limit, "\(optimizer): \(name)") }
        demand(
            given.count <= 1,
            "\(optimizer): only one of clipNorm, clipValue and globalClipNorm can be given, but "
                + given.map { "\($0.name) is \(NumberText.short($0.limit))" }.joined(separator: " and "))
        if let norm {
            self = .norm(norm)
        } else if let value {
            self = .value(value)
        } else if let globalNorm {
            self = .globalNorm(globalNorm)
        } else {
            self = .none
        }
    }

    /// Whether all gradients have to be known before the first update.
    var isGlobal: Bool {
        if case .globalNorm = self { true } else { false }
    }

    /// Whether a gradient has to be whole before any of it is used.
    var needsWholeGradients: Bool {
        switch self {
        case .none, .value: false
        case .norm, .globalNorm: true
        }
    }

    func apply(to block: inout ParameterBlock, globalNorm: Double?) {
        switch self {
        case .none: break
        case .value(let limit): block.gradientLimit = Float(limit)
        case .norm(let limit):
            let norm = nbrun_sum_of_squares(block.gradients, block.count).squareRoot()
            block.gradientFactor = Self.factor(from: norm, to: limit)
        case .globalNorm(let limit): block.gradientFactor = Self.factor(from: globalNorm!, to: limit)
        }
    }

    private static func factor(from norm: Double, to limit: Double) -> Float {
        norm > limit ? Float(limit / norm) : 1
    }
}
