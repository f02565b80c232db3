import Glibc
import Tensors
import Testing

@testable import Plots

/// Figures put together by chance from data that is odd: whatever comes together, it is drawn, and inside of its frame.
@Suite struct FigureFuzzing {
    private static let count = getenv("TORTURE") != nil ? 20_000 : 200

    private static let numbers: [Double] = [
        0, 1, -1, 2, 3, 10, 1000, -1000, 0.1, 0.1 + 0.2, 0.3, 1 + 1e-12, 1 - 1e-12, 1e-12, 1e-300, -1e-300, 5e-324,
        1e15,
        1e300, 2e307, -2e307, 4e307, 5e307, 1.7e308, -1.7e308, .nan, .infinity, -.infinity, 1e9, 1e9 + 1e-6, 1e20,
    ]

    private static let words = [
        "a", "b", "", " ", "a category with a long name, number 1", "a category with a long name, number 2", "손실",
        "דיוק הרשת", "averyveryverylongwordwithoutanyspaceinit", "two\nlines", "<b>&\"", "🌊🌊🌊",
    ]

    /// What chance chooses.
    private struct Chance {
        var noise: Noise

        mutating func below(_ count: Int) -> Int { min(Int(noise.uniform() * Double(count)), count - 1) }

        mutating func one<Element>(of choices: [Element]) -> Element { choices[below(choices.count)] }

        mutating func numbers(_ count: Int) -> [Double] {
            let isOdd = below(3) > 0
            return (0..<count).map { _ in isOdd ? one(of: FigureFuzzing.numbers) : Double(below(20)) / 2 - 3 }
        }

        mutating func label() -> String? { below(2) == 0 ? nil : one(of: FigureFuzzing.words) }

        mutating func mark() -> any Mark {
            let count = one(of: [0, 1, 2, 3, 5, 12, 40])
            let (x, y) = (numbers(count), numbers(count))
            let names = (0..<count).map { _ in one(of: FigureFuzzing.words) }
            switch below(12) {
            case 0: return LinePlot(y, style: one(of: ["-", "--o", "r:", "x"]), label: label())
            case 1: return LinePlot(x, y, label: label())
            case 2: return Scatter(x, y, label: label(), size: Double(below(20)), opacity: Double(below(5)) / 4)
            case 3: return Scatter(x, y, values: numbers(count))
            case 4: return Bar(x, y, label: label(), isHorizontal: below(2) == 0)
            case 5: return Bar(names, y, label: label(), isHorizontal: below(2) == 0)
            case 6: return Histogram(y, label: label())
            case 7: return Area(x, lower: y, upper: numbers(count), label: label())
            case 8: return ErrorBars(x, y, below: numbers(count), above: numbers(count), label: label())
            case 9: return Step(x, y, place: one(of: [.before, .after, .between]), label: label())
            case 10: return Text(one(of: FigureFuzzing.words), at: (one(of: FigureFuzzing.numbers), numbers(1)[0]))
            default: return below(2) == 0 ? HLine(numbers(1)[0], label: label()) : VLine(numbers(1)[0])
            }
        }

        mutating func axes() -> Axes {
            let scales: [AxisScale] = [.linear, .linear, .log]
            var axes = Axes(
                title: label(), xLabel: label(), yLabel: label(), xScale: one(of: scales), yScale: one(of: scales)
            ) { (0..<below(4)).map { _ in mark() } }
            if below(3) == 0 { axes = axes.stacked() }
            if below(4) == 0 { axes = axes.twin(yLabel: label(), yScale: one(of: scales)) { mark() } }
            return below(2) == 0 ? axes : axes.legend(one(of: [.emptiest, .above, .topLeft, .bottomRight]))
        }

        mutating func figure() -> Figure {
            if below(8) == 0 {
                let (rows, columns) = (below(14), below(14) + 1)
                let table = (0..<rows).map { _ in numbers(columns) }
                return Figure { Axes(title: label()) { Heatmap(table, valueLabel: label()) } }
            }
            let columns = one(of: [1, 1, 2, 3])
            let size = (Double(below(40)) / 4 + 0.5, Double(below(30)) / 4 + 0.5)
            return Figure(
                (0..<below(3) + 1).map { _ in axes() }, columns: columns, size: below(2) == 0 ? nil : size,
                title: label(), sharedX: below(4) == 0, sharedY: below(4) == 0)
        }
    }

    @Test func `Whatever comes together is drawn with finite numbers, inside of its frame`() {
        for seed in 0..<Self.count {
            var chance = Chance(noise: Noise(UInt64(seed) &* 0x9E37_79B9_7F4A_7C15))
            let figure = chance.figure()
            let drawing = figure.svgWithoutWords
            for text in ["nan", "inf", "1000000"] {
                guard let place = drawing.firstRange(of: text)?.lowerBound else { continue }
                let start = drawing.index(place, offsetBy: -120, limitedBy: drawing.startIndex) ?? drawing.startIndex
                Issue.record("figure \(seed) has \"\(text)\" in it: \(drawing[start...].prefix(200))")
            }
            #expect(!figure.alternativeText.isEmpty)
            for (points, frame) in DrawnPoints.ofMarks(in: figure) {
                // Half of the largest symbol.
                let room = Rectangle(
                    x: frame.x - 12, y: frame.y - 12, width: frame.width + 24, height: frame.height + 24)
                if let outside = points.first(where: { !room.contains($0) }) {
                    Issue.record("figure \(seed) has something at \(outside), outside of \(frame): \(figure)")
                }
            }
        }
    }
}
