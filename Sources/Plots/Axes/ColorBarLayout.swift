/// The strip of a colour map beside a frame, with its ticks.
struct ColorBarLayout {
    let bar: ColorBar
    let strip: Rectangle
    let scale: Scale
    let labels: TickLabels

    private static let distance = 14.0
    private static let stripWidth = 12.0

    init(_ bar: ColorBar, beside frame: Rectangle) {
        self.bar = bar
        strip = Rectangle(
            x: frame.maxX + Self.distance, y: frame.y, width: Self.stripWidth, height: frame.height)
        let largest = -Extent.largest...Extent.largest
        let domain = Domain(limits: bar.limits.clamped(to: largest), scale: .linear, isWhole: false)
        scale = Scale(domain: domain, start: frame.maxY, end: frame.y)
        labels = .vertical(AxisSettings(), scale, names: [], widest: 100)
    }

    /// From the frame to the end of the labels.
    var width: Double { Self.distance + Self.stripWidth + labels.widthBeside }
}
