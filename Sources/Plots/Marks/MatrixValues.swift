import Display
import Tensors

/// Numbers in rows and columns: a tensor of two axes, or an array of rows.
public protocol MatrixValues {
    /// The rows from the top.
    var matrixRows: [[Double]] { get }
}

extension Tensor: MatrixValues {
    public var matrixRows: [[Double]] {
        demand(shape.rank == 2, "expected a tensor of two axes (rows, columns), but got a shape \(shape)")
        let width = shape[1]
        let numbers = doubles
        return (0..<shape[0]).map { row in Array(numbers[row * width..<(row + 1) * width]) }
    }
}

extension Array: MatrixValues where Element: PlotValues {
    public var matrixRows: [[Double]] {
        let rows = map { $0.coordinates.numbers("a row of numbers") }
        let widths = Set(rows.map(\.count))
        demand(widths.count <= 1, "expected rows of one length, but got rows of \(widths.sorted()) numbers")
        return rows
    }
}

/// A table of numbers in words.
enum MatrixSummary {
    /// `6 × 6 numbers from 1 to 900`.
    static func text(_ rows: [[Double]]) -> String {
        let known = rows.joined().filter(\.isFinite)
        let size = "\(rows.count) × \(rows.first?.count ?? 0) numbers"
        guard let low = known.min(), let high = known.max() else { return size }
        let ends = ValueText.distinct([low, high])
        return "\(size) from \(ends[0]) to \(ends[1])"
    }
}
