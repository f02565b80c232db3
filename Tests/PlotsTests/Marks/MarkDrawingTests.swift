import Testing

@testable import Plots

@Suite struct MarkDrawingTests {
    private let frame = Rectangle(x: 0, y: 0, width: 100, height: 100)

    private func drawing(_ scale: AxisScale = .linear, _ limits: ClosedRange<Double> = 0...10) -> MarkDrawing {
        let domain = Domain(limits: limits, scale: scale, isWhole: false)
        return MarkDrawing(
            x: Scale(domain: Domain(limits: 0...10, scale: .linear, isWhole: false), start: 0, end: 100),
            y: Scale(domain: domain, start: 100, end: 0), frame: frame)
    }

    @Test func `A range that reaches below zero ends at the foot of a logarithmic frame`() {
        let drawing = drawing(.log, 1...100)
        #expect(drawing.clipped([PlotPoint(1, -5), PlotPoint(1, 10)]) == [PlotPoint(10, 100), PlotPoint(10, 50)])
        #expect(drawing.clipped([PlotPoint(1, 0), PlotPoint(1, -10)]).allSatisfy { !$0.isFinite })
    }

    @Test func `An area that goes below zero meets the foot of a logarithmic frame where its edge does`() {
        let drawing = drawing(.log, 1...100)
        let upper = [PlotPoint(0, 100), PlotPoint(2, 100), PlotPoint(4, 100)]
        let lower = [PlotPoint(0, 10), PlotPoint(2, -8), PlotPoint(4, 10)]
        let edges = AreaEdges(upper, lower).places(in: drawing)
        #expect(
            edges.map(\.lower) == [
                PlotPoint(0, 50), PlotPoint(10, 100), PlotPoint(20, 100), PlotPoint(30, 100), PlotPoint(40, 50),
            ])
        #expect(edges.allSatisfy { $0.upper.y == 0 })
        let standing = AreaEdges(upper, upper.map { PlotPoint($0.x, 0) }).places(in: drawing)
        #expect(standing.map(\.lower.y) == [100, 100, 100])
    }

    @Test func `A point between two gaps is a dot`() {
        let markup = drawing().elements(
            .line([PlotPoint(1, 1), PlotPoint(2, .nan), PlotPoint(3, 3), PlotPoint(4, 4)], .init("b", style: .dashed))
        ).map { $0.markup() }.joined()
        #expect(markup.contains("<circle cx=\"10\" cy=\"90\" r=\"2.25\"/>"))
        #expect(markup.contains("d=\"M30,70L40,60\""))
    }

    @Test func `Words at an edge are moved inside, and those outside of the limits are not drawn`() throws {
        let drawing = drawing()
        let right = try #require(
            drawing.elements(.text(.init("overfits", at: PlotPoint(9.9, 5), alignment: .left))).first)
        #expect(right.markup().contains("x=\"98\"") && right.markup().contains("text-anchor=\"end\""))
        #expect(right.markup().contains("paint-order=\"stroke\""))
        #expect(drawing.bounds(of: .init("overfits", at: PlotPoint(0, 10))).y == 0)
        #expect(drawing.elements(.text(.init("gone", at: PlotPoint(11, 5)))).isEmpty)
        #expect(drawing.elements(.text(.init("a text that is far wider than it", at: PlotPoint(5, 5)))).count > 1)
    }

    @Test func `Numbers of a table have one size that fits, or go`() {
        func sizes(_ space: Double, _ texts: [String]) -> [Double] {
            let marks = texts.map { text in
                var mark = SmallMark.PlotText(text, at: PlotPoint(5, 5))
                mark.space = .init(width: space, height: space)
                return SmallMark.text(mark)
            }
            return drawing().withFittingTexts(marks).map { mark in
                guard case .text(let text) = mark else { return 0 }
                return text.size
            }
        }
        #expect(sizes(5, ["1", "12,345"]) == [11.5, 11.5])
        #expect(sizes(3.5, ["1", "12,345"]) == [9, 9])
        #expect(sizes(1, ["1", "12,345"]) == [])
    }

    @Test func `Dots that overlap are in different paths, and those that do not in one`() {
        let style = SmallMark.SymbolStyle(.circle, size: 6, color: "b", opacity: 0.3)
        let apart = (0..<20).map { PlotPoint(Double($0) * 7, 0) }
        #expect(OverlapLayers.of(apart, style) == [apart])
        let stack = Array(repeating: PlotPoint(1, 1), count: 5)
        #expect(OverlapLayers.of(stack + apart, style).count == 6)
        #expect(OverlapLayers.of(Array(repeating: PlotPoint(1, 1), count: 500), style).count == OverlapLayers.most)
        #expect(OverlapLayers.of(stack, .init(.circle, color: "b")).count == 1)
    }

    @Test func `The density of very many points is opaque where they lie upon each other, and small`() {
        let style = SmallMark.SymbolStyle(.circle, size: 3, color: "b", opacity: 0.3)
        func paths(_ points: [PlotPoint]) -> String {
            PointDensity(points, style, in: frame).elements.map { $0.markup() }.joined()
        }
        let (one, many) = (PlotPoint(20, 20), Array(repeating: PlotPoint(70, 70), count: 100))
        let markup = paths([one] + many)
        #expect(markup.contains("stroke-opacity=\"0.33\"") && markup.contains("h2m-2,1h2\"/>"))
        #expect(!paths(many).contains("stroke-opacity"))
        let cloud = zip(Noise.normals(20_000, seed: 1), Noise.normals(20_000, seed: 2))
        #expect(paths(cloud.map { PlotPoint(50 + $0 * 12, 50 + $1 * 12) }).utf8.count < 40_000)
    }

    @Test func `What lies beyond an axis has no place, and its clipped place is the end`() {
        let scale = drawing().y
        #expect(!scale.position(1.7e308).isFinite && scale.clippedPosition(1.7e308) == 0)
        #expect(scale.clippedPosition(-1.7e308) == 100 && scale.clippedPosition(.nan).isNaN)
        #expect(scale.clippedPosition(20) == -100)
    }
}
