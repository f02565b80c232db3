internal import CKernels

/// The targets of one batch.
final class TargetMemory {
    let kind: TargetKind
    /// How many rows of the batch hold samples: a last batch for inference need not be full.
    private(set) var rowCount = 0
    private let memory: AlignedMemory
    private let weightMemory: AlignedMemory
    private var isWeighted = false

    init(_ kind: TargetKind, batchSize: Int) {
        self.kind = kind
        memory = AlignedMemory(byteCount: batchSize * kind.width * MemoryLayout<Float>.size)
        weightMemory = AlignedMemory(byteCount: batchSize * MemoryLayout<Float>.size)
    }

    /// How much each row counts in the loss; nil where all count the same.
    var weights: UnsafePointer<Float>? { isWeighted ? UnsafePointer(weightMemory.floats) : nil }

    /// Of these two, the one that the kind names holds the targets.
    var labels: UnsafeMutablePointer<Int32> { memory.address.assumingMemoryBound(to: Int32.self) }
    var numbers: UnsafeMutablePointer<Float> { memory.floats }

    func load(_ samples: Samples, at positions: UnsafeBufferPointer<Int32>) {
        rowCount = positions.count
        isWeighted = samples.weights != nil
        if let weights = samples.weights {
            nbrun_gather_rows(weights.baseAddress, positions.baseAddress, weightMemory.floats, positions.count, 1)
        }
        switch samples.targets {
        case .labels(let source):
            for (row, position) in positions.enumerated() { labels[row] = source[Int(position)] }
        case .numbers(let source):
            nbrun_gather_rows(source.baseAddress, positions.baseAddress, numbers, positions.count, kind.width)
        case .none: break
        }
    }
}

extension TargetKind {
    /// Numbers a sample.
    var width: Int {
        switch self {
        case .classes: 1
        case .numbers(let count): count
        }
    }
}
