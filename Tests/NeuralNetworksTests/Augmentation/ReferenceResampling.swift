import Glibc

@testable import NeuralNetworks

/// What a change makes of an image, worked out pixel by pixel in double precision the way that Keras describes it:
/// matrices multiplied one after another, moved to the centre, then sampling, then flips, then the factor.
struct ReferenceResampling {
    let height: Int
    let width: Int
    let channels: Int
    let fillMode: FillMode
    let cval: Double

    typealias Matrix = [[Double]]

    func image(_ pixels: [Float], _ draws: ImageDraws, rescale: Double = 1) -> [Double] {
        let matrix = matrix(draws)
        var result: [Double] = []
        for i in 0..<height {
            for j in 0..<width {
                let row = draws.isFlippedVertically ? height - 1 - i : i
                let column = draws.isFlippedHorizontally ? width - 1 - j : j
                let place = multiplied(matrix, [[Double(row)], [Double(column)], [1]])
                for channel in 0..<channels {
                    result.append(rescale * sample(pixels, row: place[0][0], column: place[1][0], channel))
                }
            }
        }
        return result
    }

    private func matrix(_ draws: ImageDraws) -> Matrix {
        let (theta, sigma) = (draws.rotation * .pi / 180, draws.shear * .pi / 180)
        let centre = (Double(height - 1) / 2, Double(width - 1) / 2)
        let factors: [Matrix] = [
            moved(by: centre.0, centre.1),
            [[cos(theta), -sin(theta), 0], [sin(theta), cos(theta), 0], [0, 0, 1]],
            moved(by: draws.verticalShift * Double(height), draws.horizontalShift * Double(width)),
            [[1, -sin(sigma), 0], [0, cos(sigma), 0], [0, 0, 1]],
            [[draws.rowZoom, 0, 0], [0, draws.columnZoom, 0], [0, 0, 1]],
            moved(by: -centre.0, -centre.1),
        ]
        return factors.dropFirst().reduce(factors[0], multiplied)
    }

    private func moved(by rows: Double, _ columns: Double) -> Matrix {
        [[1, 0, rows], [0, 1, columns], [0, 0, 1]]
    }

    private func multiplied(_ a: Matrix, _ b: Matrix) -> Matrix {
        a.map { row in b[0].indices.map { column in zip(row, b).reduce(0) { $0 + $1.0 * $1.1[column] } } }
    }

    private func sample(_ pixels: [Float], row: Double, column: Double, _ channel: Int) -> Double {
        let isInside = 0...Double(height - 1) ~= row && 0...Double(width - 1) ~= column
        if fillMode == .constant, !isInside { return cval }
        var sum = 0.0
        for (i, rowWeight) in neighbours(row) {
            for (j, columnWeight) in neighbours(column) {
                let place = folded(i, height) * width + folded(j, width)
                sum += rowWeight * columnWeight * Double(pixels[place * channels + channel])
            }
        }
        return sum
    }

    private func neighbours(_ coordinate: Double) -> [(Int, Double)] {
        let floor = coordinate.rounded(.down)
        return [(Int(floor), 1 - (coordinate - floor)), (Int(floor) + 1, coordinate - floor)]
    }

    private func folded(_ index: Int, _ size: Int) -> Int {
        switch fillMode {
        case .nearest, .constant: return min(max(index, 0), size - 1)
        case .wrap: return (index % size + size) % size
        case .reflect:
            var index = index
            while !(0..<size ~= index) { index = index < 0 ? -1 - index : 2 * size - 1 - index }
            return index
        }
    }
}
