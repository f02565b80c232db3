import Display

/// What a mark has to know of the axes that it is drawn into.
public struct MarkContext: Sendable {
    /// The mark's own colour, or the palette's next.
    public let color: PlotColor
    let label: String?
    let xNames: [String]
    let yNames: [String]
    let xLabel: String?
    let yLabel: String?
    /// How often the palette has started over before this mark: 0 for the first eight marks without a colour.
    var round = 0

    /// Where the places are along x: names stand at 0, 1, 2 … in the order in which the axes have them.
    public func x(_ places: PlotCoordinates) -> [Double] {
        Self.positions(of: places, among: xNames)
    }

    /// Where the places are along y.
    public func y(_ places: PlotCoordinates) -> [Double] {
        Self.positions(of: places, among: yNames)
    }

    private static func positions(of places: PlotCoordinates, among names: [String]) -> [Double] {
        switch places {
        case .numbers(let numbers): return numbers
        case .names(let given):
            let order = Dictionary(zip(names, 0...), uniquingKeysWith: { first, _ in first })
            return given.map { order[$0].map(Double.init) ?? .nan }
        }
    }

    /// What a pointer brings up at each of the points: `Epoch 3 · val_loss 0.2719`. Nothing where there are too many.
    public func titles(x: PlotCoordinates, y: [Double]) -> [String]? {
        guard y.count <= Self.mostTitles else { return nil }
        return y.indices.map { title(x: x, at: $0, y: ValueText.short(y[$0])) }
    }

    func title(x: PlotCoordinates, at index: Int, y: String) -> String {
        let name = label ?? yLabel
        let value = name.map { "\($0) \(y)" } ?? y
        switch x {
        case .names(let names): return "\(names[index]) · \(value)"
        case .numbers(let numbers):
            return "\(xLabel.map { "\($0) " } ?? "")\(ValueText.place(numbers[index])) · \(value)"
        }
    }

    /// Beyond this a pointer could not tell points apart, and the titles would be most of the drawing.
    private static let mostTitles = 300
}
