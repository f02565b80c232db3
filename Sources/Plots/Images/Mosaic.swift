/// Images laid side by side in one picture, a cell each, with nothing between them.
struct Mosaic {
    let picture: Picture
    /// Pixels of a cell: that of the largest image.
    let cell: (width: Int, height: Int)
    let gap: (x: Int, y: Int)

    /// Lays out the images row by row. An image that is smaller than the cell is enlarged by a whole number, so that its
    /// pixels stay square and alike, and stands in the cell's middle.
    init(
        _ images: [PixelValues], limits: [ClosedRange<Float>], columns: Int, rows: Int, gap: (x: Int, y: Int),
        cell: (width: Int, height: Int), colorMap: ColorMap
    ) {
        let width = columns * cell.width + (columns - 1) * gap.x
        let height = rows * cell.height + (rows - 1) * gap.y
        let isColored = images.contains { $0.channels > 1 }
        var canvas = Canvas(width: width, height: height, bytesPerPixel: isColored ? 4 : 1)
        for (index, image) in images.enumerated() {
            let tile = isColored ? image.colors(limits[index], colorMap) : image.levels(limits[index])
            canvas.draw(
                tile, of: (image.width, image.height), in: cell,
                at: (index % columns * (cell.width + gap.x), index / columns * (cell.height + gap.y)))
        }
        let pixels: Picture.Pixels = isColored ? .colors(canvas.bytes) : .levels(canvas.bytes, colorMap)
        picture = Picture(width: width, height: height, pixels: pixels)
        self.cell = cell
        self.gap = gap
    }

    /// The size of a cell that holds every image: the largest one's, several times over where that one is tiny.
    static func cell(for images: [PixelValues]) -> (width: Int, height: Int) {
        let width = images.map(\.width).max() ?? 1
        let height = images.map(\.height).max() ?? 1
        let zoom = (smallestCell + max(width, height, 1) - 1) / max(width, height, 1)
        return (max(width, 1) * zoom, max(height, 1) * zoom)
    }

    private static let smallestCell = 24

    /// By how much an image is enlarged in a cell, and where it begins there.
    static func tile(
        of size: (width: Int, height: Int), in cell: (width: Int, height: Int)
    ) -> (zoom: Int, left: Int, top: Int) {
        let zoom = min(cell.width / max(size.width, 1), cell.height / max(size.height, 1))
        return (zoom, (cell.width - size.width * zoom) / 2, (cell.height - size.height * zoom) / 2)
    }
}

/// Bytes to draw tiles on.
private struct Canvas {
    let width: Int
    let bytesPerPixel: Int
    private(set) var bytes: [UInt8]

    init(width: Int, height: Int, bytesPerPixel: Int) {
        self.width = width
        self.bytesPerPixel = bytesPerPixel
        bytes = Array(repeating: 0, count: width * height * bytesPerPixel)
    }

    mutating func draw(
        _ tile: [UInt8], of size: (width: Int, height: Int), in cell: (width: Int, height: Int),
        at origin: (x: Int, y: Int)
    ) {
        guard size.width > 0, size.height > 0 else { return }
        let (zoom, x, y) = Mosaic.tile(of: size, in: cell)
        let (left, top) = (origin.x + x, origin.y + y)
        for row in 0..<size.height * zoom {
            for column in 0..<size.width * zoom {
                let source = (row / zoom * size.width + column / zoom) * bytesPerPixel
                let target = ((top + row) * width + left + column) * bytesPerPixel
                for byte in 0..<bytesPerPixel { bytes[target + byte] = tile[source + byte] }
            }
        }
    }
}
