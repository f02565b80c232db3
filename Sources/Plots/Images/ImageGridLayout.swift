/// Where the images of a grid and their titles lie.
struct ImageGridLayout {
    let width: Double
    let height: Double
    private let grid: ImageGrid
    private let cell: (width: Int, height: Int)
    private let gap: (x: Int, y: Int)
    /// Units of the drawing to a pixel.
    private let scale: Double
    /// Room for titles above each row.
    private let titleHeight: Double

    private static let style = TextStyle.label
    private static let titleLines = 4
    private static let widest = 640.0
    private static let largestTile = 112.0

    init(_ grid: ImageGrid, size: (width: Double, height: Double)?) {
        self.grid = grid
        let cell = Mosaic.cell(for: grid.images)
        self.cell = cell
        let gapX = max(1, Int((Double(cell.width) * 0.07).rounded()))
        let pixelsAcross = Double(grid.columns * cell.width + (grid.columns - 1) * gapX)
        let tallest = size.map { $0.height / Double(grid.rows) / Double(cell.height) * 0.95 } ?? .infinity
        let widest = (size?.width ?? Self.widest) / pixelsAcross
        let largest = size == nil ? Self.largestTile / Double(max(cell.width, cell.height)) : .infinity
        let scale = Self.rounded(min(widest, tallest, largest))
        self.scale = scale
        let tileWidth = Double(cell.width + gapX / 2) * scale
        let lines = grid.titles.map { Self.style.wrapped($0, to: tileWidth, lines: Self.titleLines).count }.max() ?? 0
        let titleHeight = lines == 0 ? 0 : Double(lines) * Self.style.lineHeight + 5
        self.titleHeight = titleHeight
        gap = (gapX, titleHeight == 0 ? gapX : Int(((titleHeight + 6) / scale).rounded(.up)))
        width = pixelsAcross * scale
        height = titleHeight + Double(grid.rows * cell.height + (grid.rows - 1) * gap.y) * scale
    }

    /// A pixel is a whole number of quarters of a unit where it is large enough, so that pixels look alike.
    private static func rounded(_ scale: Double) -> Double {
        scale >= 1 ? (scale * 4).rounded(.down) / 4 : scale
    }

    /// The mosaic and the titles, from `top` on.
    func elements(top: Double) -> [SVGElement] {
        let mosaic = Mosaic(
            grid.images, limits: grid.limits, columns: grid.columns, rows: grid.rows, gap: gap, cell: cell,
            colorMap: grid.colorMap)
        let place = Rectangle(x: 0, y: top + titleHeight, width: width, height: height - titleHeight)
        let tiles = grid.images.indices.map { tile($0, top: place.y) }
        let missing = grid.images.indices.filter { grid.images[$0].hasMissing }
        return missing.map { Hatching.element(in: tiles[$0]) } + [.image(mosaic.picture, in: place)]
            + (tiles.isEmpty ? [] : [PictureFrame.element(around: tiles)])
            + emptiness(top: top) + grid.titles.indices.flatMap { titleLines($0, top: top) }
    }

    private func emptiness(top: Double) -> [SVGElement] {
        guard grid.images.allSatisfy({ $0.width == 0 || $0.height == 0 }) else { return [] }
        let middle = PlotPoint(width / 2, top + height / 2 + Self.style.capHeight / 2)
        return [.text("no data", at: middle, Self.style, anchor: .middle, PanelDrawing.quiet)]
    }

    /// Where an image lies: in the middle of its cell.
    private func tile(_ index: Int, top: Double) -> Rectangle {
        let image = grid.images[index]
        let tile = Mosaic.tile(of: (image.width, image.height), in: cell)
        let column = index % grid.columns * (cell.width + gap.x) + tile.left
        let row = index / grid.columns * (cell.height + gap.y) + tile.top
        return Rectangle(
            x: Double(column) * scale, y: top + Double(row) * scale, width: Double(image.width * tile.zoom) * scale,
            height: Double(image.height * tile.zoom) * scale)
    }

    /// The title of an image, centred above it, its last line close to the image.
    private func titleLines(_ index: Int, top: Double) -> [SVGElement] {
        let column = Double(index % grid.columns * (cell.width + gap.x))
        let row = Double(index / grid.columns * (cell.height + gap.y))
        let middle = (column + Double(cell.width) / 2) * scale
        let bottom = top + titleHeight + row * scale - 6
        let tileWidth = Double(cell.width + gap.x / 2) * scale
        let lines = Self.style.wrapped(grid.titles[index], to: tileWidth, lines: Self.titleLines)
        return lines.enumerated().map { line, text in
            let y = bottom - Double(lines.count - 1 - line) * Self.style.lineHeight
            return .text(text, at: PlotPoint(middle, y), Self.style, anchor: .middle)
        }
    }
}
