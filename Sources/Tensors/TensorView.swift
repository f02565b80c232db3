internal import CKernels

/// A tensor's elements in another order, or only some of them, or some more than once: nothing is copied.
///
/// Neighbours along an axis are `strides` elements apart in memory; 0 repeats an element, a negative one goes backwards.
struct TensorView {
    let tensor: Tensor
    var offset: Int
    var sizes: [Int]
    var strides: [Int]

    /// All elements, in their own order.
    init(_ tensor: Tensor) {
        self.tensor = tensor
        offset = tensor.offset
        sizes = tensor.shape.sizes
        strides = tensor.shape.strides
    }

    /// The tensor stretched to a shape that it can be broadcast to.
    func broadcast(to shape: Shape) -> TensorView {
        var result = self
        let missing = shape.rank - sizes.count
        result.sizes = shape.sizes
        result.strides = shape.sizes.indices.map { axis in
            axis < missing || (sizes[axis - missing] == 1 && shape.sizes[axis] != 1) ? 0 : strides[axis - missing]
        }
        return result
    }

    /// The elements as a tensor of their own, of another type if need be.
    func tensor(_ elementType: ElementType? = nil) -> Tensor {
        let result = Tensor(uninitialized: Shape(sizes), elementType ?? tensor.elementType)
        copy(to: result)
        return result
    }

    /// Writes the elements over those of a tensor whose memory is not shared.
    func copy(to result: Tensor) {
        withKernelView { nbrun_copy($0, result.count, result.elementType.kernelType, result.start) }
        withExtendedLifetime(result) {}
    }

    /// The view as the loops in C want it.
    func withKernelView<Result>(_ body: (nbrun_view) -> Result) -> Result {
        let axes = Self.joinedAxes(sizes, [strides])
        return withKernelView(axes.sizes, axes.strides[0], body)
    }

    private func withKernelView<Result>(
        _ sizes: [Int], _ strides: [Int], _ body: (nbrun_view) -> Result
    ) -> Result {
        defer { withExtendedLifetime(tensor) {} }
        let start = tensor.storage.bytes.baseAddress!.advanced(by: offset * tensor.elementType.size)
        return sizes.withUnsafeBufferPointer { sizes in
            strides.withUnsafeBufferPointer { strides in
                body(
                    nbrun_view(
                        elements: start, type: tensor.elementType.kernelType, rank: Int32(sizes.count),
                        sizes: sizes.baseAddress, strides: strides.baseAddress))
            }
        }
    }

    /// Two views of the same sizes, as the loops in C want them.
    static func withKernelViews<Result>(
        _ a: TensorView, _ b: TensorView, _ body: (nbrun_view, nbrun_view) -> Result
    ) -> Result {
        let axes = joinedAxes(a.sizes, [a.strides, b.strides])
        return a.withKernelView(axes.sizes, axes.strides[0]) { first in
            b.withKernelView(axes.sizes, axes.strides[1]) { second in body(first, second) }
        }
    }

    /// The same order of elements with as few axes as can be: axes of size 1 are left out, and one that goes on where
    /// the next one ends, in all views, is joined with it.
    static func joinedAxes(_ sizes: [Int], _ strides: [[Int]]) -> (sizes: [Int], strides: [[Int]]) {
        var joined: (sizes: [Int], strides: [[Int]]) = ([], strides.map { _ in [] })
        for axis in sizes.indices where sizes[axis] != 1 {
            let last = joined.sizes.count - 1
            let goesOn =
                last >= 0
                && strides.indices.allSatisfy { joined.strides[$0][last] == strides[$0][axis] * sizes[axis] }
            if goesOn {
                joined.sizes[last] *= sizes[axis]
                for index in strides.indices { joined.strides[index][last] = strides[index][axis] }
            } else {
                joined.sizes.append(sizes[axis])
                for index in strides.indices { joined.strides[index].append(strides[index][axis]) }
            }
        }
        return joined
    }
}

extension Tensor {
    /// Where the first element stands.
    var start: UnsafeMutableRawPointer { storage.bytes.baseAddress!.advanced(by: offset * elementType.size) }
}

extension ElementType {
    /// The type's number in the loops in C.
    var kernelType: nbrun_element_type { nbrun_element_type(UInt32(rawValue)) }
}
