import Display
import Tensors

extension PlotCoordinates {
    /// The names, or none where the places are numbers.
    var names: [String] {
        if case .names(let names) = self { return names }
        return []
    }

    /// An x for each y; other counts, and names as y, stop the cell. So do tensors of several axes, but where the order of
    /// the points does not matter.
    static func paired(
        _ x: some PlotValues, _ y: some PlotValues, in mark: String, isOrdered: Bool = true
    ) -> (PlotCoordinates, [Double]) {
        if isOrdered {
            demandOneAxis(x, "\(mark): x")
            demandOneAxis(y, "\(mark): y")
        }
        let (x, y) = (x.coordinates, y.coordinates.numbers("\(mark): y"))
        demand(
            x.count == y.count, "\(mark): x has \(x.count) values, but y has \(y.count); there must be a y for each x")
        return (x, y)
    }

    /// Row after row, the numbers of a matrix are no line. Axes of size 1, as a prediction has, are none.
    private static func demandOneAxis(_ values: some PlotValues, _ name: String) {
        guard let tensor = values as? Tensor else { return }
        demand(
            tensor.shape.sizes.filter { $0 > 1 }.count <= 1,
            "\(name) has the shape \(tensor.shape), but its numbers must lie along one axis: take a part, such as the column "
                + "[0..., 0], or write flattened(); plt.plot draws a line for each column")
    }

    /// 0, 1, 2 …
    static func counting(_ count: Int) -> PlotCoordinates {
        .numbers((0..<count).map(Double.init))
    }
}
