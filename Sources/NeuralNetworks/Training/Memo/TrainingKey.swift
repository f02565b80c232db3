import Tensors

/// All that decides what a fit gives, but for the number of epochs, or what an evaluation gives: two fits of one key go
/// the same way, one of them perhaps further.
///
/// Numbers stand in it as their digits, data as fingerprints. A value goes in with its length, so that no value can
/// pass for two.
struct TrainingKey: Equatable {
    private(set) var text = ""

    /// The name of what is kept of such a fit.
    var digest: String { ContentDigest.of(text) }

    mutating func add(_ name: String, _ value: some CustomStringConvertible) {
        let value = value.description
        text += "\(name) \(value.utf8.count): \(value)\n"
    }

    mutating func add(_ name: String, _ tensor: Tensor) {
        add(name, ContentDigest.of(tensor))
    }

    mutating func add<Element>(_ name: String, _ elements: UnsafeBufferPointer<Element>) {
        add(name, "\(elements.count) \(ContentDigest.of(UnsafeRawBufferPointer(elements)))")
    }

    mutating func add(_ name: String, _ generator: RandomGenerator) {
        add(name, "\(generator.seed) \(generator.stream) \(generator.position)")
    }

    /// Some of the samples, with their targets and weights.
    mutating func add(_ name: String, _ samples: Samples, _ range: Range<Int>) {
        add("\(name) count", range.count)
        add("\(name) inputs", samples.inputs.rows(range, of: samples.count))
        switch samples.targets {
        case .labels(let labels): add("\(name) labels", labels.rows(range, of: samples.count))
        case .numbers(let numbers): add("\(name) numbers", numbers.rows(range, of: samples.count))
        case .none: break
        }
        if let weights = samples.weights { add("\(name) weights", weights.rows(range, of: samples.count)) }
    }
}

extension UnsafeBufferPointer {
    /// The elements of some rows, where all rows have as many.
    fileprivate func rows(_ range: Range<Int>, of count: Int) -> UnsafeBufferPointer {
        let width = self.count / Swift.max(count, 1)
        return UnsafeBufferPointer(rebasing: self[(range.lowerBound * width)..<(range.upperBound * width)])
    }
}
