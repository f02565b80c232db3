import Display
import Tensors

/// How much each sample counts in the loss.
enum SampleWeights {
    case equal
    case byClass([Int: Double])
    case bySample(Tensor)

    /// What the author asked for; both at once stop the cell.
    init(classWeight: [Int: Double]?, sampleWeight: Tensor?, sampleCount: Int, model: String) {
        demand(
            classWeight == nil || sampleWeight == nil,
            "\(model): only one of classWeight and sampleWeight can be given, but both are")
        if let classWeight {
            for (label, weight) in classWeight.sorted(by: { $0.key < $1.key }) {
                demand(
                    weight >= 0 && weight.isFinite,
                    "\(model): a weight must be at least 0, but that of class \(label) is \(NumberText.short(weight))")
            }
            self = .byClass(classWeight)
        } else if let sampleWeight {
            demand(
                sampleWeight.shape.rank >= 1 && sampleWeight.shape.count == sampleCount,
                """
                \(model): sampleWeight must have a number for each of the \(sampleCount) samples, but its shape is \
                \(sampleWeight.shape)
                """)
            if let wrong = sampleWeight.withFloats({ $0.first { !($0 >= 0 && $0.isFinite) } }) {
                misuse(
                    "\(model): a weight must be at least 0, but one of sampleWeight is \(NumberText.short(Double(wrong)))"
                )
            }
            self = .bySample(sampleWeight)
        } else {
            self = .equal
        }
    }

    /// Whether samples that are only measured have these weights too: as in Keras, those that each was given, not those
    /// of the classes.
    var holdForValidation: Bool {
        if case .bySample = self { true } else { false }
    }

    /// The samples with their weights, for as long as the closure runs.
    func weighing<Result>(_ samples: Samples, _ targets: TargetKind, _ body: (Samples) -> Result) -> Result {
        switch self {
        case .equal: return body(samples)
        case .bySample(let tensor): return tensor.withFloats { body(samples.weighted(by: $0)) }
        case .byClass(let weights):
            let ofSample = (0..<samples.count).map { Float(weights[samples.rightClass($0, targets)] ?? 1) }
            return ofSample.withUnsafeBufferPointer { body(samples.weighted(by: $0)) }
        }
    }
}

extension SampleWeights: CustomStringConvertible {
    /// The weights in words; those of single samples as a fingerprint.
    var description: String {
        switch self {
        case .equal: "equal"
        case .byClass(let weights): weights.sorted { $0.key < $1.key }.description
        case .bySample(let tensor): ContentDigest.of(tensor)
        }
    }
}

extension Samples {
    func weighted(by weights: UnsafeBufferPointer<Float>?) -> Samples {
        var samples = self
        samples.weights = weights
        return samples
    }

    /// The class of a sample: its label, the one with the largest target, or its only target.
    fileprivate func rightClass(_ sample: Int, _ kind: TargetKind) -> Int {
        switch targets {
        case .labels(let labels): return Int(labels[sample])
        case .numbers(let numbers):
            let row = UnsafeBufferPointer(rebasing: numbers[(sample * kind.width)..<((sample + 1) * kind.width)])
            return row.count == 1 ? Int(row[0].rounded()) : row.indexOfLargest
        case .none: return 0
        }
    }
}
