/// Places the axes of a figure so that their frames are equally large and line up, and nothing of one reaches into another.
struct PanelGridLayout {
    let panels: [PlacedPanel]

    struct PlacedPanel {
        let panel: PanelLayout
        let legend: LegendLayout?
        /// The top of everything of the axes, where its title is.
        let headY: Double
    }

    /// What a panel needs around its frame; it only grows from round to round, and two or three rounds settle it.
    private struct Needs: Equatable {
        var margins = Margins()
        var legendHeight = 0.0

        /// With the legend above the frame.
        var total: Margins {
            var total = margins
            total.top += legendHeight
            return total
        }
    }

    private static let rounds = 6
    /// Where frames would be smaller, legends go, then the labels of axes, then the scales: the data shall be seen.
    private static let smallestFrame = 44.0

    init(_ grid: PanelGrid, in space: Rectangle) {
        self.init(grid, grid.resolved, in: space)
    }

    /// - Parameter resolved: the grid's axes, taken apart.
    init(_ grid: PanelGrid, _ resolved: [ResolvedAxes], in space: Rectangle) {
        var placed = Self.placed(resolved, grid, space)
        for simplification in ResolvedAxes.Simplification.allCases where placed.tracks.smallestSide < Self.smallestFrame
        {
            placed = Self.placed(resolved.map { $0.simplified(simplification) }, grid, space)
        }
        panels = placed.panels
    }

    private static func placed(
        _ resolved: [ResolvedAxes], _ grid: PanelGrid, _ space: Rectangle
    ) -> (panels: [PlacedPanel], tracks: PanelTracks) {
        var needs = Array(repeating: Needs(), count: resolved.count)
        var (tracks, layouts) = laidOut(resolved, grid, space, needs)
        for _ in 0..<rounds {
            let before = needs
            for index in layouts.indices {
                needs[index].margins = needs[index].margins.union(layouts[index].margins)
                let height = heightAbove(layouts[index], tracks.cell(index))
                needs[index].legendHeight = max(needs[index].legendHeight, height)
            }
            if before == needs { break }
            (tracks, layouts) = laidOut(resolved, grid, space, needs)
        }
        let panels = layouts.indices.map { index in
            placed(layouts[index], tracks, index, legendHeight: needs[index].legendHeight)
        }
        return (panels, tracks)
    }

    private static func laidOut(
        _ resolved: [ResolvedAxes], _ grid: PanelGrid, _ space: Rectangle, _ needs: [Needs]
    ) -> (PanelTracks, [PanelLayout]) {
        let tracks = PanelTracks(needs.map(\.total), grid, in: space)
        let layouts = resolved.indices.map { index in
            PanelLayout(
                resolved[index], in: tracks.frame(index), cell: tracks.cell(index),
                showsXLabels: !grid.sharedX || index + grid.columns >= resolved.count,
                showsYLabels: !grid.sharedY || index % grid.columns == 0)
        }
        return (tracks, layouts)
    }

    private static func placed(
        _ panel: PanelLayout, _ tracks: PanelTracks, _ index: Int, legendHeight: Double
    ) -> PlacedPanel {
        let cell = tracks.cell(index)
        let headX = panel.words.headX
        let headY = cell.y + panel.frame.y - tracks.frame(index).y
        let placement = LegendPlacement(panel)
        let space = Rectangle(
            x: headX, y: headY + panel.words.titleHeight, width: cell.maxX - headX, height: legendHeight)
        let legend = legendHeight > 0 ? placement.above(space) : placement.inside()
        return PlacedPanel(panel: panel, legend: legend, headY: headY)
    }

    /// The height of the legend where it stands above the frame, else 0.
    private static func heightAbove(_ panel: PanelLayout, _ cell: Rectangle) -> Double {
        let placement = LegendPlacement(panel)
        guard placement.inside() == nil else { return 0 }
        let x = panel.words.headX
        let space = Rectangle(x: x, y: cell.y, width: cell.maxX - x, height: cell.height)
        return placement.above(space)?.bounds.height ?? 0
    }
}

extension PanelGrid {
    /// The axes, taken apart, with those limits that they share.
    var resolved: [ResolvedAxes] {
        var resolved = panels.map(ResolvedAxes.init)
        if sharedX { Self.share(\.x, of: &resolved) }
        if sharedY { Self.share(\.y, of: &resolved) }
        return resolved
    }

    /// Gives all axes of one scale a domain that shows what each of theirs shows.
    private static func share(_ axis: WritableKeyPath<ResolvedAxes, Domain>, of resolved: inout [ResolvedAxes]) {
        let domains = resolved.map { $0[keyPath: axis] }
        for index in resolved.indices {
            let own = domains[index]
            resolved[index][keyPath: axis] = domains.filter { $0.scale == own.scale }.reduce(own) { $0.union($1) }
        }
    }
}
