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
        return result.marked(asCountOfMasks: elementType == nil && tensor.storage.isCountOfMasks)
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
