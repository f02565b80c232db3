internal import CKernels

// The loops in C, on the elements of views. Results are written over tensors of the right shape and type.

extension TensorView {
    /// Writes the elements over those of a tensor, as its type.
    func copy(to result: Tensor) {
        withKernelView { nbrun_copy($0, result.count, kernelType(result.elementType), result.start) }
        withExtendedLifetime(result) {}
    }

    /// Writes the elements of a view of the same sizes over those of this one.
    func assign(_ source: TensorView) {
        let count = sizes.reduce(1, *)
        withKernelViews(self, source) { nbrun_assign($0, $1, count) }
    }

    /// Writes a function of each element over a float32 tensor.
    func apply(_ function: ElementFunction, into result: Tensor) {
        withKernelView {
            nbrun_apply(nbrun_function(function.rawValue), $0, result.count, result.elements().baseAddress)
        }
        withExtendedLifetime(result) {}
    }

    /// Writes what an operation makes of each two elements over a tensor, which may be one of the two.
    static func calculate(_ operation: Arithmetic, _ a: TensorView, _ b: TensorView, into result: Tensor) {
        let kind = nbrun_arithmetic(operation.rawValue)
        withKernelViews(a, b) { a, b in
            switch result.elementType {
            case .float32: nbrun_float_arithmetic(kind, a, b, result.count, result.elements().baseAddress)
            default: nbrun_integer_arithmetic(kind, a, b, result.count, result.elements().baseAddress)
            }
        }
        withExtendedLifetime(result) {}
    }

    /// Writes whether a comparison holds for each two elements over a tensor of truth values.
    static func compare(_ comparison: Comparison, _ a: TensorView, _ b: TensorView, into result: Tensor) {
        let kind = nbrun_comparison(comparison.rawValue)
        let type = a.tensor.elementType.promoted(with: b.tensor.elementType)
        withKernelViews(a, b) { a, b in
            switch type {
            case .float32: nbrun_float_comparison(kind, a, b, result.count, result.elements().baseAddress)
            default: nbrun_integer_comparison(kind, a, b, result.count, result.elements().baseAddress)
            }
        }
        withExtendedLifetime(result) {}
    }

    private func withKernelView(_ body: (nbrun_view) -> Void) {
        let axes = Self.joinedAxes(sizes, [strides])
        withKernelView(axes.sizes, axes.strides[0], body)
    }

    fileprivate func withKernelView(_ sizes: [Int], _ strides: [Int], _ body: (nbrun_view) -> Void) {
        let start = tensor.storage.bytes.baseAddress!.advanced(by: offset * tensor.elementType.size)
        sizes.withUnsafeBufferPointer { sizes in
            strides.withUnsafeBufferPointer { strides in
                body(
                    nbrun_view(
                        elements: start, type: kernelType(tensor.elementType), rank: Int32(sizes.count),
                        sizes: sizes.baseAddress, strides: strides.baseAddress))
            }
        }
        withExtendedLifetime(tensor) {}
    }
}

/// Numbers of the tensor, or of a pass before, to one for each place of the outer and inner axes.
func reduce(
    _ operation: Reduction.Operation, _ elements: UnsafeRawPointer?, _ elementType: ElementType?,
    _ sizes: (outer: Int, count: Int, inner: Int)
) -> [Double] {
    let type = elementType.map(kernelType) ?? NBRUN_FLOAT64
    return [Double](unsafeUninitializedCapacity: sizes.outer * sizes.inner) { results, count in
        nbrun_reduce(
            nbrun_reduction(operation.rawValue), elements, type, sizes.outer, sizes.count, sizes.inner,
            results.baseAddress)
        count = sizes.outer * sizes.inner
    }
}

/// Two views of the same sizes, as the loops in C want them.
private func withKernelViews(_ a: TensorView, _ b: TensorView, _ body: (nbrun_view, nbrun_view) -> Void) {
    let axes = TensorView.joinedAxes(a.sizes, [a.strides, b.strides])
    a.withKernelView(axes.sizes, axes.strides[0]) { first in
        b.withKernelView(axes.sizes, axes.strides[1]) { second in body(first, second) }
    }
}

private func kernelType(_ elementType: ElementType) -> nbrun_element_type {
    nbrun_element_type(UInt32(elementType.rawValue))
}
