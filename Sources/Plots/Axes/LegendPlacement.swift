/// Finds the corner of a frame where a legend hides least.
struct LegendPlacement {
    let panel: PanelLayout
    private let named: [(label: String, key: LegendKey)]

    private static let distance = 4.0
    private static let corners: [LegendPlace] = [.topRight, .topLeft, .bottomRight, .bottomLeft]

    init(_ panel: PanelLayout) {
        self.panel = panel
        named = LegendLayout.named(panel.resolved.layers)
    }

    /// The legend inside of the frame, or nil where it is not wanted there or no corner has room for it. In a corner that
    /// an author asks for, long labels are broken into lines.
    func inside() -> LegendLayout? {
        guard let wanted = panel.resolved.axes.legendPlace, wanted != .above, !named.isEmpty else { return nil }
        let frame = panel.frame
        if wanted != .emptiest {
            let size = LegendLayout.columnSize(named, widest: max(frame.width * 0.6, 90))
            let fits = size.width + 2 * Self.distance <= frame.width && size.height + 2 * Self.distance <= frame.height
            guard fits else { return nil }
            var layout = LegendLayout(column: named, in: bounds(of: size, in: wanted))
            layout.hasGround = panel.occupiedPoints.contains(where: layout.bounds.contains)
            return layout
        }
        let size = LegendLayout.columnSize(named)
        guard size.width < frame.width * 0.6, size.height < frame.height * 0.6 else { return nil }
        let occupied = panel.occupiedPoints
        let free = Self.corners.map { bounds(of: size, in: $0) }.first { corner in
            !occupied.contains { corner.contains($0) }
        }
        return free.map { LegendLayout(column: named, in: $0) }
    }

    /// The legend above a frame; its lowest row ends where the frame's top room begins.
    func above(_ space: Rectangle) -> LegendLayout? {
        guard panel.resolved.axes.legendPlace != nil, !named.isEmpty else { return nil }
        let measured = LegendLayout(rows: named, at: PlotPoint(space.x, 0), width: space.width)
        return LegendLayout(
            rows: named, at: PlotPoint(space.x, space.maxY - measured.bounds.height), width: space.width)
    }

    private func bounds(of size: (width: Double, height: Double), in corner: LegendPlace) -> Rectangle {
        let frame = panel.frame
        let isLeft = corner == .topLeft || corner == .bottomLeft
        let isTop = corner == .topLeft || corner == .topRight
        return Rectangle(
            x: isLeft ? frame.x + Self.distance : frame.maxX - Self.distance - size.width,
            y: isTop ? frame.y + Self.distance : frame.maxY - Self.distance - size.height,
            width: size.width, height: size.height)
    }
}
