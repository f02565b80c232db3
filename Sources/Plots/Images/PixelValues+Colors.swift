extension PixelValues {
    /// A level for each pixel, by the first channel.
    func levels(_ limits: ClosedRange<Float>) -> [UInt8] {
        stride(from: 0, to: values.count, by: channels).map { Picture.level(of: values[$0], in: limits) }
    }

    /// Red, green, blue and opacity for each pixel; a single channel goes through the colour map.
    func colors(_ limits: ClosedRange<Float>, _ colorMap: ColorMap) -> [UInt8] {
        if channels == 1 {
            let palette = Picture.palette(of: colorMap)
            return levels(limits).flatMap { palette[Int($0) * 4..<Int($0) * 4 + 4] }
        }
        let largest = fullIntensity
        return stride(from: 0, to: values.count, by: channels).flatMap { start -> [UInt8] in
            let pixel = values[start..<start + channels]
            if pixel.contains(where: \.isNaN) { return [0, 0, 0, 0] }
            let color = pixel.prefix(3).map { Self.byte($0, of: largest) }
            return color + [channels == 4 ? Self.byte(values[start + 3], of: largest) : 255]
        }
    }

    /// 255 for bytes and for numbers that go beyond 1, as bytes turned into floats do; else 1.
    private var fullIntensity: Float {
        areBytes || values.contains { $0 > 1.5 } ? 255 : 1
    }

    private static func byte(_ value: Float, of largest: Float) -> UInt8 {
        UInt8((min(max(value / largest, 0), 1) * 255).rounded())
    }

    /// The image as a picture by itself.
    func picture(_ limits: ClosedRange<Float>, _ colorMap: ColorMap) -> Picture {
        let pixels: Picture.Pixels =
            channels == 1 ? .levels(levels(limits), colorMap) : .colors(colors(limits, colorMap))
        return Picture(width: width, height: height, pixels: pixels)
    }
}
