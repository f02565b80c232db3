import Testing

@testable import Plots

@Suite struct LayoutTests {
    static let sizes = [(12.0, 8.0), (8.0, 4.0), (5.0, 4.0), (4.0, 2.5), (2.5, 2.0)]

    /// Figures whose words are placed by the layout alone, not by their data.
    static let figures = goldenFigures.filter { !["heatmap", "edge-small"].contains($0.name) }

    @Test(arguments: figures)
    func `Words never overlap and never leave the figure, whatever its size`(golden: GoldenFigure) {
        for size in Self.sizes {
            var figure = golden.figure()
            if case .panels = figure.content { figure.size = (width: size.0, height: size.1) }
            let canvas = FigureCanvas(figure)
            let boxes = TextBox.all(in: canvas.elements).filter { !$0.isSlanted && !$0.text.isEmpty }
            for (index, box) in boxes.enumerated() {
                #expect(
                    box.bounds.x >= -1 && box.bounds.maxX <= canvas.width + 1 && box.bounds.maxY <= canvas.height + 1,
                    "\"\(box.text)\" leaves \(golden.name) at \(size)")
                for other in boxes[(index + 1)...] where box.bounds.intersects(other.bounds) {
                    Issue.record("\"\(box.text)\" and \"\(other.text)\" overlap in \(golden.name) at \(size)")
                }
            }
        }
    }

    @Test func `Frames of a figure are equally large and line up`() {
        let grid = PanelGrid(
            [
                Axes(title: "a") { LinePlot([1, 2]) }, Axes(yLabel: "y") { LinePlot([1e9, 3e9]) },
                Axes(xLabel: "x") { LinePlot([0.001, 0.002]) }, Axes(marks: []),
            ], rows: 2, columns: 2, sharedX: false, sharedY: false)
        let space = Rectangle(x: 0, y: 0, width: 600, height: 400)
        let frames = PanelGridLayout(grid, in: space).panels.map(\.panel.frame)
        #expect(Set(frames.map { $0.width.rounded() }).count == 1)
        #expect(Set(frames.map { $0.height.rounded() }).count == 1)
        #expect(frames[0].x == frames[2].x && frames[1].x == frames[3].x)
        #expect(frames[0].y == frames[1].y && frames[2].y == frames[3].y)
    }

    @Test func `The legend takes a corner where nothing is drawn, or the place above the frame`() throws {
        func legend(_ values: [Double]) throws -> (legend: Rectangle, frame: Rectangle) {
            let axes = Axes { LinePlot(values, label: "series") }.legend()
            let grid = PanelGrid([axes], rows: 1, columns: 1, sharedX: false, sharedY: false)
            let placed = PanelGridLayout(grid, in: Rectangle(x: 0, y: 0, width: 400, height: 300)).panels[0]
            return (try #require(placed.legend).bounds, placed.panel.frame)
        }
        let rising = try legend([0, 1, 2, 3])
        #expect(rising.legend.midX < rising.frame.midX && rising.legend.midY < rising.frame.midY)
        let falling = try legend([3, 2, 1, 0])
        #expect(falling.legend.midX > falling.frame.midX && falling.legend.midY < falling.frame.midY)
        let everywhere = try legend((0..<100).map { Double($0 % 2) })
        #expect(everywhere.legend.maxY <= everywhere.frame.y)
    }

    @Test func `Shared axes have the limits of all, and are labelled once`() {
        let panels = [Axes { LinePlot([0, 1]) }, Axes { LinePlot([5, 9]) }]
        let grid = PanelGrid(panels, rows: 1, columns: 2, sharedX: false, sharedY: true)
        let placed = PanelGridLayout(grid, in: Rectangle(x: 0, y: 0, width: 600, height: 300)).panels
        #expect(placed[0].panel.y == placed[1].panel.y)
        #expect(placed.map(\.panel.showsYLabels) == [true, false])
    }
}
