import Display

extension Figure {
    /// The numbers behind the figure: x, and a column for each series. Nothing where there are none, or too many to read.
    var table: TableOutput? {
        guard case .panels(let grid) = content else { return nil }
        let columns = grid.panels.flatMap { axes in
            (axes.marks + (axes.twin?.marks ?? [])).enumerated().compactMap { index, mark in
                mark.series.map { Column(axes, mark.label, $0, index: index) }
            }
        }
        let places = Self.places(of: columns)
        guard columns.allSatisfy({ $0.hasOneValueAPlace }) else { return nil }
        guard !columns.isEmpty, !places.isEmpty, places.count <= Self.mostRows else { return nil }
        let heads = TableOutput.Column(name: columns[0].xName, isNumeric: !places[0].isName)
        let names = columns.map { TableOutput.Column(name: $0.name, isNumeric: true) }
        let rows = places.map { place in [place.text] + columns.map { $0.text(at: place) } }
        return TableOutput(columns: [heads] + names, rows: rows)
    }

    private static let mostRows = 500

    /// All places in their order: names as they come, numbers from the smallest on.
    private static func places(of columns: [Column]) -> [PlotCoordinate] {
        var seen: Set<PlotCoordinate> = []
        let places = columns.flatMap(\.places).filter { seen.insert($0).inserted }
        return places.contains(where: \.isName) ? places : places.sorted { $0.number < $1.number }
    }

    /// One series as a column.
    private struct Column {
        let xName: String
        let name: String
        let places: [PlotCoordinate]
        private let values: [PlotCoordinate: Double]

        init(_ axes: Axes, _ label: String?, _ series: MarkSeries, index: Int) {
            xName = axes.x.label ?? "x"
            name = label ?? axes.y.label ?? axes.title ?? "y\(index == 0 ? "" : String(index + 1))"
            let all: [PlotCoordinate] =
                switch series.x {
                case .numbers(let numbers): numbers.map(PlotCoordinate.number)
                case .names(let names): names.map(PlotCoordinate.name)
                }
            let pairs = zip(all, series.y).filter { $0.0.isName || $0.0.number.isFinite }
            places = pairs.map(\.0)
            values = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }

        /// Whether no place comes twice, as it may in a scatter plot: a row has one cell for it.
        var hasOneValueAPlace: Bool { values.count == places.count }

        func text(at place: PlotCoordinate) -> String {
            values[place].map { $0.isFinite ? ValueText.short($0) : "" } ?? ""
        }
    }
}

extension PlotCoordinate {
    fileprivate var isName: Bool {
        if case .name = self { return true }
        return false
    }

    fileprivate var number: Double {
        if case .number(let number) = self { return number }
        return .nan
    }

    fileprivate var text: String {
        switch self {
        case .number(let number): ValueText.short(number)
        case .name(let name): name
        }
    }
}
