import Display

extension Figure {
    /// Images side by side, row by row.
    ///
    ///     Figure.imageGrid(trainX.prefix(16), rows: 4, columns: 4, colorMap: .gray)
    ///     Figure.imageGrid([boot] + filtered, rows: 1, columns: 5, titles: ["the image"] + names)
    ///
    /// The images of one tensor share the limits of their colours, so that they can be compared; separate tensors have
    /// limits of their own (`limits` changes both). Where numbers lie on both sides of zero, zero is the middle of the
    /// colour map. More images than `rows` × `columns`, and titles for only some of the images, stop the cell.
    public static func imageGrid(
        _ images: some GridImages, rows: Int, columns: Int, colorMap: ColorMap = .gray, titles: [String] = [],
        limits: ImageLimits = .automatic, size: (Double, Double)? = nil, title: String? = nil
    ) -> Figure {
        let (images, areOneThing) = images.gridImages
        demand(
            rows > 0 && columns > 0, "image grid: rows and columns must be at least 1, but are \(rows) and \(columns)")
        demand(
            images.count <= rows * columns,
            "image grid: \(rows) × \(columns) is room for \(rows * columns) images, but \(images.count) were given")
        demand(
            titles.isEmpty || titles.count == images.count,
            "image grid: there must be a title for each of the \(images.count) images, but \(titles.count) were given")
        let grid = ImageGrid(
            images: images, limits: limits.limits(of: images, areOneThing: areOneThing), rows: rows, columns: columns,
            colorMap: colorMap, titles: titles)
        return Figure(.images(grid), size: size, title: title)
    }
}

/// Images in rows and columns.
struct ImageGrid: Sendable {
    let images: [PixelValues]
    /// The numbers that the colour map's ends stand for, for each image.
    let limits: [ClosedRange<Float>]
    let rows: Int
    let columns: Int
    let colorMap: ColorMap
    /// One for each image, or none.
    let titles: [String]
}

extension ImageGrid {
    var notes: [String] {
        [MissingNumbers.note(images.reduce(0) { $0 + $1.missingCount }, "pixel")].compactMap { $0 }
    }
}
