internal import CKernels
import Glibc

/// Where in the original the pixels of a changed image are taken from.
///
/// With c the image's centre, R the rotation by θ, S the shear by σ, Z the zoom and t the shift, the pixel at p comes from
///
///     c + R·(S·Z·(p − c) + t),   R = (cos θ, −sin θ; sin θ, cos θ),   S = (1, −sin σ; 0, cos σ)
///
/// where the first coordinate is the row. A flip replaces p by its mirror image beforehand.
struct ImageMap: Equatable {
    /// The source's row is `row.0 · i + row.1 · j + row.2` for the pixel in row i and column j.
    let row: (Double, Double, Double)
    let column: (Double, Double, Double)

    init(_ draws: ImageDraws, height: Int, width: Int) {
        let (sine, cosine) = (sin(draws.rotation * .pi / 180), cos(draws.rotation * .pi / 180))
        let (slant, stretch) = (sin(draws.shear * .pi / 180), cos(draws.shear * .pi / 180))
        let centre = (row: Double(height - 1) / 2, column: Double(width - 1) / 2)
        let shift = (row: draws.verticalShift * Double(height), column: draws.horizontalShift * Double(width))
        // p − c changes its sign along an axis that is flipped.
        let rows = draws.isFlippedVertically ? -draws.rowZoom : draws.rowZoom
        let columns = draws.isFlippedHorizontally ? -draws.columnZoom : draws.columnZoom
        func line(_ along: Double, _ across: Double, about centre: Double, from c: (row: Double, column: Double))
            -> (Double, Double, Double)
        {
            let (i, j) = (along * rows, (across * stretch - along * slant) * columns)
            return (i, j, centre - i * c.row - j * c.column + along * shift.row + across * shift.column)
        }
        row = line(cosine, -sine, about: centre.row, from: centre)
        column = line(sine, cosine, about: centre.column, from: centre)
    }

    /// As the kernel takes it, for the image at a position.
    func flat(source: Int) -> nbrun_image_map {
        nbrun_image_map(source: source, row: row, column: column)
    }

    static func == (a: ImageMap, b: ImageMap) -> Bool { a.row == b.row && a.column == b.column }
}
