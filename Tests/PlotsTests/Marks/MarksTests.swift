import Tensors
import Testing

@testable import Plots

@Suite struct MarksTests {
    @Test func `Numbers come from arrays, ranges, strides, tensors and optionals`() {
        #expect([1, 2].coordinates == .numbers([1, 2]))
        #expect([1.5 as Float, 2].coordinates == .numbers([1.5, 2]))
        #expect((0..<3).coordinates == .numbers([0, 1, 2]))
        #expect(stride(from: 0.0, through: 1, by: 0.5).coordinates == .numbers([0, 0.5, 1]))
        #expect(Tensor(shape: [2], [3, 4]).coordinates == .numbers([3, 4]))
        #expect(["a", "b"].coordinates == .names(["a", "b"]))
        #expect([1, nil].coordinates.numbers("y")[1].isNaN)
    }

    @Test func `Grouped bars share their place, stacked bars stand on each other`() throws {
        let marks: [any Mark] = [Bar(["a"], [2]), Bar(["a"], [-1]), Bar(["a"], [3])]
        func bars(_ arrangement: BarArrangement) throws -> [Bar] {
            let axes = Axes(marks: [])
            return try BarPlaces.arranged(marks, in: arrangement == .stacked ? axes.stacked() : axes)
                .map { try #require($0 as? Bar) }
        }
        #expect(try bars(.grouped).map(\.slot.index) == [0, 1, 2])
        #expect(try bars(.grouped).allSatisfy { $0.slot.count == 3 })
        #expect(try bars(.stacked).map(\.bases) == [[0], [0], [2]])
    }

    @Test func `A histogram counts every value once`() {
        let values = Noise.normals(1000)
        let binning = Binning(values, count: nil, range: nil)
        #expect(binning.counts(values).reduce(0, +) == 1000)
        #expect(Binning([1, 2, 2, 3], count: nil, range: nil).edges == [0.5, 1.5, 2.5, 3.5])
        #expect(Binning([1, 2, 2, 3], count: nil, range: nil).counts([1, 2, 2, 3]) == [1, 2, 1])
        #expect(Binning([0, 1, 5, 10], count: 2, range: 0...10).counts([0, 1, 5, 10, 11]) == [2, 2])
    }

    @Test func `A value on an edge belongs to the bar that begins there`() {
        let binning = Binning([], count: 10, range: 0.9...1.1)
        #expect(binning.edges[5] == 1)
        #expect(binning.counts([1.0]).firstIndex(of: 1) == 5)
        for (range, bins) in [(0.0...0.7, 7), (-0.3...0.6, 9), (0.1...0.8, 70), (1e-3...3e-3, 20), (1e9...1e9 + 1, 10)]
        {
            let binning = Binning([], count: bins, range: range)
            #expect(binning.edges.last == range.upperBound && binning.edges.count == bins + 1)
            for bar in 0..<bins {
                #expect(binning.counts([binning.edges[bar], binning.edges[bar + 1].nextDown])[bar] == 2)
            }
            #expect(binning.counts([range.upperBound])[bins - 1] == 1)
        }
    }

    @Test(
        arguments: [
            [9_007_199_254_740_992], [9_007_199_254_740_992, 9_007_199_254_740_994], [1e300], [-1e300, 1e300],
            [1e17, 1e17],
            [5e-324], [0, 5e-324], [1, 1 + 1e-16, 1 + 3e-16], [-9e15, -9e15 - 2, -9e15 + 2], [-0.0, 0],
        ] as [[Double]])
    func `Numbers however large or near are counted once, between edges that differ`(values: [Double]) {
        let binning = Binning(values, count: nil, range: nil)
        #expect(binning.counts(values).reduce(0, +) == values.count)
        #expect(zip(binning.edges, binning.edges.dropFirst()).allSatisfy { $0 < $1 && $1 <= .greatestFiniteMagnitude })
        #expect(!Histogram(values).output.plainText.contains("nan"))
    }

    @Test(
        arguments: [
            [9_007_199_254_740_992], [9_007_199_254_740_992, 9_007_199_254_740_994], [1e12, 1e12, 1e12 + 3],
            [1e15, 1e15, 1e15 + 3], [1, 1 + 1e-15], [1e300], [3, 3],
        ] as [[Double]])
    func `The bars of numbers close together fill their frame`(values: [Double]) throws {
        let axes = ResolvedAxes(Axes { Histogram(values) })
        let scale = Scale(domain: axes.x, start: 0, end: 100)
        let edges = Histogram(values).edges
        #expect(scale.position(edges[edges.count - 1]) - scale.position(edges[0]) > 75)
        let ticks = TickFinder(domain: axes.x, target: 5).ticks()
        #expect(!ticks.isEmpty && Set(ticks.map(\.label)).count == ticks.count)
        #expect(!Figure { Histogram(values) }.svg.contains("nan"))
    }

    @Test func `Numbers beyond what an axis can hold are left out`() {
        #expect(Histogram([1.7e308, -1.7e308, 2, .nan]).heights == [1])
    }

    @Test func `More bins than there are numbers stop the cell`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Histogram([1e16, 1e16 + 2], bins: 10)
        }
        #expect(
            result?.errorText.contains(
                "Histogram: between 1e+16 and 1.0000000000000002e+16 there is room for 1 bin, but 10 were asked for")
                == true)
    }

    @Test func `A range without end stops the cell`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Histogram([1], range: 0...Double.infinity)
        }
        #expect(
            result?.errorText.contains("Histogram: range must lie between -4e+307 and 4e+307, but is 0.0...inf") == true
        )
    }

    @Test func `A step holds its value`() {
        func steps(_ place: Step.Place) -> [PlotPoint] {
            let context = MarkContext(color: "b", label: nil, xNames: [], yNames: [], xLabel: nil, yLabel: nil)
            guard case .line(let points, _) = Step([1, 2], place: place).smallMarks(in: context)[0] else { return [] }
            return points
        }
        #expect(steps(.before) == [PlotPoint(0, 1), PlotPoint(0, 2), PlotPoint(1, 2)])
        #expect(steps(.after) == [PlotPoint(0, 1), PlotPoint(1, 1), PlotPoint(1, 2)])
        #expect(steps(.between) == [PlotPoint(0, 1), PlotPoint(0.5, 1), PlotPoint(0.5, 2), PlotPoint(1, 2)])
    }

    @Test func `A contour runs where the value is`() {
        let context = MarkContext(color: "b", label: nil, xNames: [], yNames: [], xLabel: nil, yLabel: nil)
        let slope = Contour((0..<5).map { _ in (0..<11).map(Double.init) }, levels: 5)
        for (level, mark) in zip(slope.levels, slope.smallMarks(in: context)) {
            guard case .segments(let segments, _) = mark else { continue }
            #expect(!segments.isEmpty)
            #expect(segments.allSatisfy { abs($0.from.x - level) < 1e-9 && abs($0.to.x - level) < 1e-9 })
        }
        #expect(slope.levels == [2, 4, 6, 8])
    }

    @Test func `A line of very many points keeps its highest and lowest, and gets short`() {
        let count = 100_000
        var values = Noise.normals(count)
        (values[31_234], values[77_777]) = (50, -50)
        let frame = Rectangle(x: 0, y: 0, width: 500, height: 300)
        let drawing = MarkDrawing(
            x: Scale(domain: Domain(limits: 0...Double(count), scale: .linear, isWhole: true), start: 0, end: 500),
            y: Scale(domain: Domain(limits: -50...50, scale: .linear, isWhole: false), start: 300, end: 0), frame: frame
        )
        let thinned = drawing.decimated(values.enumerated().map { drawing.place(PlotPoint(Double($0), $1)) })
        #expect(thinned.count <= 4 * 1001)
        #expect(thinned.map(\.y).min() == 0)
        #expect(thinned.map(\.y).max() == 300)
    }

    @Test func `A matrix is no line, but a prediction with one column is`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = LinePlot(Tensor([[1.0, 2], [3, 4]]))
        }
        #expect(
            result?.errorText
                == "LinePlot: y has the shape (2, 2), but its numbers must lie along one axis: take a part, such as the "
                + "column [0..., 0], or write flattened(); plt.plot draws a line for each column\n")
        let bars = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Bar(Tensor([[1, 2], [3, 4]]), [1, 2, 3, 4])
        }
        #expect(bars?.errorText.contains("Bar: x has the shape (2, 2), but its numbers must lie") == true)
        #expect(LinePlot(Tensor([[1.0], [3]])).y == [1, 3] && Area(Tensor([[[1, 2, 4]]])).upper == [1, 2, 4])
        #expect(Scatter(Tensor([[1, 2], [3, 4]]), Tensor([[5, 6], [7, 8]])).y == [5, 6, 7, 8])
    }

    @Test func `An x and a y of different counts stop the cell with both counts`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = LinePlot([1, 2, 3], [1, 2])
        }
        #expect(
            result?.errorText.contains("LinePlot: x has 3 values, but y has 2; there must be a y for each x") == true)
    }
}
