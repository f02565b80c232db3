internal import COneDNN
import Display

/// The matrix product: rows of the first times columns of the second.
///
///     matmul(Tensor([[1, 2], [3, 4]]), Tensor([5, 6]))   // [17 39]
///
/// As in NumPy, a tensor of one axis is a row on the left and a column on the right; of more than two axes, the last two are
/// the matrices, and the others are broadcast. Whole numbers give int32, all others float32.
public func matmul(_ a: Tensor, _ b: Tensor) -> Tensor {
    demand(a.rank > 0 && b.rank > 0, "matmul: a number is no matrix; the shapes are \(a.shape) and \(b.shape)")
    let left = a.rank == 1 ? a.expandingDimension(at: 0) : a
    let right = b.rank == 1 ? b.expandingDimension(at: 1) : b
    let inner = left.shape[-1]
    demand(
        inner == right.shape[-2],
        "matmul: the first matrix must have as many columns as the second has rows, but the shapes are \(a.shape) and "
            + "\(b.shape)")
    let product = stackedProduct(left, right)
    let dropped = (a.rank == 1 ? [-2] : []) + (b.rank == 1 ? [-1] : [])
    let sizes = product.shape.sizes.enumerated().filter { !dropped.contains($0.offset - product.rank) }
    return product.reshaped(Shape(sizes.map(\.element)))
        .marked(asCountOfMasks: a.isOfMasks && b.isOfMasks && sizes.count > 0)
}

/// One matrix on the right serves a whole stack on the left as if the stack were one high matrix.
private func stackedProduct(_ a: Tensor, _ b: Tensor) -> Tensor {
    guard b.rank == 2, a.rank > 2, a.count > 0 else { return MatrixProduct(a, b).result }
    let product = MatrixProduct(a.reshaped(-1, a.shape[-1]), b).result
    return product.reshaped(Shape(a.shape.sizes.dropLast() + [b.shape[1]]))
}

/// Stacks of matrices that fit together.
private struct MatrixProduct {
    let (a, b): (Tensor, Tensor)
    let (rows, inner, columns): (Int, Int, Int)
    let stack: Shape

    init(_ left: Tensor, _ right: Tensor) {
        (rows, inner, columns) = (left.shape[-2], left.shape[-1], right.shape[-1])
        let stacks = (Shape(left.shape.sizes.dropLast(2)), Shape(right.shape.sizes.dropLast(2)))
        guard let stack = stacks.0.broadcast(with: stacks.1) else {
            misuse("matmul: the stacks of matrices do not match; the shapes are \(left.shape) and \(right.shape)")
        }
        self.stack = stack
        let type = left.elementType.promoted(with: right.elementType)
        a = left.asType(type).broadcast(to: Shape(stack.sizes + [rows, inner]))
        b = right.asType(type).broadcast(to: Shape(stack.sizes + [inner, columns]))
    }

    var result: Tensor {
        let result = Tensor(zeros: Shape(stack.sizes + [rows, columns]), a.elementType)
        guard result.count > 0, inner > 0 else { return result }
        for index in 0..<stack.count {
            if a.elementType == .float32 { multiplyFloats(index, result) } else { multiplyIntegers(index, result) }
        }
        return result
    }

    private func multiplyFloats(_ index: Int, _ result: Tensor) {
        let (m, k, n) = (dnnl_dim_t(rows), dnnl_dim_t(inner), dnnl_dim_t(columns))
        let asItIs = CChar(UInt8(ascii: "N"))
        let status = dnnl_sgemm(
            asItIs, asItIs, m, n, k, 1, a.elements().baseAddress! + index * rows * inner, k,
            b.elements().baseAddress! + index * inner * columns, n, 0,
            result.elements().baseAddress! + index * rows * columns, n)
        precondition(status == dnnl_success, "the matrix product failed")
    }

    private func multiplyIntegers(_ index: Int, _ result: Tensor) {
        let a = a.elements(of: Int32.self), b = b.elements(of: Int32.self), sums = result.elements(of: Int32.self)
        for row in index * rows..<(index + 1) * rows {
            for position in 0..<inner {
                let factor = a[row * inner + position], start = (index * inner + position) * columns
                for column in 0..<columns { sums[row * columns + column] &+= factor &* b[start + column] }
            }
        }
    }
}
