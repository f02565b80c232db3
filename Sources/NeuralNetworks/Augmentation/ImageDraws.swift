/// What was drawn for one image.
struct ImageDraws: Equatable {
    /// Degrees.
    var rotation = 0.0
    /// A part of the height.
    var verticalShift = 0.0
    /// A part of the width.
    var horizontalShift = 0.0
    /// Degrees.
    var shear = 0.0
    var rowZoom = 1.0
    var columnZoom = 1.0
    var isFlippedHorizontally = false
    var isFlippedVertically = false
}

extension ImageDraws {
    /// Eight numbers of 0..<1, one for each property in the order above.
    init(_ generator: ImageDataGenerator, numbers: some Collection<Float>) {
        var numbers = numbers.makeIterator()
        func next() -> Double { Double(numbers.next()!) }
        func draw(within range: Double) -> Double { range * (2 * next() - 1) }
        rotation = draw(within: generator.rotationRange)
        verticalShift = draw(within: generator.heightShiftRange)
        horizontalShift = draw(within: generator.widthShiftRange)
        shear = draw(within: generator.shearRange)
        rowZoom = 1 + draw(within: generator.zoomRange)
        columnZoom = 1 + draw(within: generator.zoomRange)
        isFlippedHorizontally = next() < 0.5 && generator.horizontalFlip
        isFlippedVertically = next() < 0.5 && generator.verticalFlip
    }
}
