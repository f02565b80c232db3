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
        let placeTexts = Self.texts(of: places)
        let rows = places.indices.map { row in [placeTexts[row]] + columns.map { $0.texts[places[row]] ?? "" } }
        return TableOutput(columns: [heads] + names, rows: rows)
    }

    private static let mostRows = 500

    /// All places in their order: names as they come, numbers from the smallest on.
    private static func places(of columns: [Column]) -> [PlotCoordinate] {
        var seen: Set<PlotCoordinate> = []
        let places = columns.flatMap(\.places).filter { seen.insert($0).inserted }
        return places.contains(where: \.isName) ? places : places.sorted { $0.number < $1.number }
    }

    private static func texts(of places: [PlotCoordinate]) -> [String] {
        let numbers = ValueText.column(places.map(\.number))
        return places.indices.map { if case .name(let name) = places[$0] { name } else { numbers[$0] } }
    }

    /// One series as a column.
    private struct Column {
        let xName: String
        let name: String
        let places: [PlotCoordinate]
        /// What stands at each place.
        let texts: [PlotCoordinate: String]

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
            texts = Dictionary(zip(places, ValueText.column(pairs.map(\.1))), uniquingKeysWith: { first, _ in first })
        }

        /// Whether no place comes twice, as it may in a scatter plot: a row has one cell for it.
        var hasOneValueAPlace: Bool { texts.count == places.count }
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
}
