/// Pixels in rows from the top, ready to be written as a PNG.
public struct Picture: Sendable {
    let width: Int
    let height: Int
    let pixels: Pixels

    enum Pixels: Sendable {
        /// A byte a pixel: 0 for none, 1 to 255 for the colours of the map from the lowest to the highest.
        case levels([UInt8], ColorMap)
        /// Four bytes a pixel: red, green, blue, and 0 for none or 255 for opaque.
        case colors([UInt8])
    }
}

extension Picture {
    /// The same picture with every pixel so many times across and down, as far as that stays within reason.
    func enlarged(by zoom: Int) -> Picture {
        let zoom = width * height * zoom * zoom <= Self.mostPixels ? zoom : 1
        if zoom == 1 { return self }
        switch pixels {
        case .levels(let levels, let colorMap):
            return Picture(
                width: width * zoom, height: height * zoom, pixels: .levels(repeated(levels, zoom, size: 1), colorMap))
        case .colors(let colors):
            return Picture(width: width * zoom, height: height * zoom, pixels: .colors(repeated(colors, zoom, size: 4)))
        }
    }

    private static let mostPixels = 30_000_000

    private func repeated(_ bytes: [UInt8], _ zoom: Int, size: Int) -> [UInt8] {
        (0..<height).flatMap { row in
            let line = (0..<width).flatMap { column -> [UInt8] in
                let start = (row * width + column) * size
                return Array(repeatElement(bytes[start..<start + size], count: zoom).joined())
            }
            return repeatElement(line, count: zoom).joined()
        }
    }

    /// The level of a number between two limits; NaN has none.
    static func level<Number: BinaryFloatingPoint>(of value: Number, in limits: ClosedRange<Number>) -> UInt8 {
        guard !value.isNaN else { return 0 }
        return UInt8((limits.part(of: value) * 254).rounded()) + 1
    }

    /// The colours of a map by level, four bytes each, nothing first.
    static func palette(of colorMap: ColorMap) -> [UInt8] {
        [0, 0, 0, 0]
            + (0...254).flatMap { level -> [UInt8] in
                let color = colorMap.color(at: Double(level) / 254)
                return [color.red, color.green, color.blue, 255]
            }
    }
}

extension ClosedRange where Bound: BinaryFloatingPoint {
    /// Where between the ends a number lies, from 0 to 1; halves, since the distance of large ends is no number.
    func part(of value: Bound) -> Bound {
        let part = (value / 2 - lowerBound / 2) / (upperBound / 2 - lowerBound / 2)
        return part.isNaN ? 0 : Swift.min(Swift.max(part, 0), 1)
    }
}
