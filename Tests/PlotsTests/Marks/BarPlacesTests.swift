import Testing

@testable import Plots

@Suite struct BarPlacesTests {
    /// From where to where each bar of each mark reaches along its axis.
    private func sides(_ axes: Axes) -> [[ClosedRange<Double>]] {
        ResolvedAxes(axes).layers.map { layer in
            layer.smallMarks.flatMap { mark -> [ClosedRange<Double>] in
                guard case .rectangles(let rectangles, _) = mark else { return [] }
                return rectangles.map { $0.from.x...$0.to.x }
            }
        }
    }

    private func widths(_ axes: Axes) -> [[Double]] {
        sides(axes).map { $0.map { (($0.upperBound - $0.lowerBound) * 1e6).rounded() / 1e6 } }
    }

    @Test func `Bars of all series are equally wide, whichever of the names they have`() {
        let axes = Axes {
            Bar(["a", "b", "c", "d", "e"], [1, 2, 3, 2, 1])
            Bar(["a", "e"], [4, 2])
        }
        #expect(widths(axes) == [[0.376, 0.376, 0.376, 0.376, 0.376], [0.376, 0.376]])
        #expect(widths(axes.stacked()) == [[0.8, 0.8, 0.8, 0.8, 0.8], [0.8, 0.8]])
    }

    @Test func `Bars at numbers have the smallest step of all series`() {
        let years = Axes {
            Bar([2000, 2001, 2002], [1, 2, 3])
            Bar([2000, 2010], [4, 2])
        }
        #expect(widths(years.stacked()) == [[0.8, 0.8, 0.8], [0.8, 0.8]])
        #expect(Set(widths(years).joined()) == [0.376])
    }

    @Test func `Places that differ in the last digit only are one`() {
        let axes = Axes {
            Bar([0.1, 0.2, 0.3], [1, 2, 3])
            Bar([0.1 + 0.2], [1])
        }
        #expect(Set(widths(axes).joined()) == [0.0376])
        let tops = ResolvedAxes(axes.stacked()).layers[1].smallMarks.compactMap { mark -> Double? in
            guard case .rectangles(let rectangles, _) = mark else { return nil }
            return rectangles[0].to.y
        }
        #expect(tops == [4])
    }

    @Test func `Bars that share no place stand on their own places`() {
        let axes = Axes {
            Bar([0.8, 1.8], [1, 2], width: 1)
            Bar([1.2, 2.2], [2, 1], width: 1)
        }
        #expect(widths(axes) == [[0.4, 0.4], [0.4, 0.4]])
        #expect(abs(sides(axes)[0][0].upperBound - sides(axes)[1][0].lowerBound) < 1e-9)
    }

    @Test func `Bars on a logarithmic axis are equally wide on the drawing`() {
        let sides = sides(Axes(xScale: .log) { Bar([1, 10, 100], [1, 2, 3]) })[0]
        let factors = sides.map { ($0.upperBound / $0.lowerBound * 1e6).rounded() / 1e6 }
        #expect(Set(factors).count == 1 && factors[0] < 10)
    }
}
