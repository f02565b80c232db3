import Tensors

/// An image in axes, its pixels at whole numbers from the upper left corner on.
///
///     Image(train.images[0], colorMap: .gray)
///     Axes(title: "what it looks at") { Image(heat, colorMap: .magma) }
public struct Image: Mark {
    let pixels: PixelValues
    let colorMap: ColorMap
    let limits: ClosedRange<Float>
    public var label: String? { nil }
    public var color: PlotColor? { .foreground }
    public var frameShape: FrameShape { .picture }
    public var summary: String? { "An image of \(pixels.height) × \(pixels.width) pixels." }

    /// An image (h, w), (h, w, 1) or (h, w, 3); any other shape stops the cell.
    public init(_ image: Tensor, colorMap: ColorMap = .gray, limits: ImageLimits = .automatic) {
        let pixels = image.pixelValues
        self.pixels = pixels
        self.colorMap = colorMap
        self.limits = limits.limits(of: [pixels], areOneThing: false)[0]
    }

    public func smallMarks(in context: MarkContext) -> [SmallMark] {
        guard pixels.width > 0, pixels.height > 0 else { return [] }
        let (right, bottom) = (Double(pixels.width) - 0.5, Double(pixels.height) - 0.5)
        return [
            .picture(pixels.picture(limits, colorMap), .init(PlotPoint(-0.5, -0.5), PlotPoint(right, bottom))),
            .data([PlotPoint(0, 0), PlotPoint(right - 0.5, bottom - 0.5)], titles: []),
        ]
    }
}

extension Image: MarkWithNote {
    var note: String? { MissingNumbers.note(pixels.missingCount, "pixel") }
}

/// What hatching stands for.
enum MissingNumbers {
    static func note(_ count: Int, _ noun: String) -> String? {
        switch count {
        case 0: nil
        case 1: "Hatched: 1 \(noun) without a number."
        default: "Hatched: \(ValueText.short(Double(count))) \(noun)s without a number."
        }
    }
}
