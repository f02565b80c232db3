import Display

extension PlotCoordinates {
    /// The names, or none where the places are numbers.
    var names: [String] {
        if case .names(let names) = self { return names }
        return []
    }

    /// An x for each y; other counts, and names as y, stop the cell.
    static func paired(_ x: some PlotValues, _ y: some PlotValues, in mark: String) -> (PlotCoordinates, [Double]) {
        let (x, y) = (x.coordinates, y.coordinates.numbers("\(mark): y"))
        demand(
            x.count == y.count, "\(mark): x has \(x.count) values, but y has \(y.count); there must be a y for each x")
        return (x, y)
    }

    /// 0, 1, 2 …
    static func counting(_ count: Int) -> PlotCoordinates {
        .numbers((0..<count).map(Double.init))
    }
}
