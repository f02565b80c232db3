// `print` shows of all outputs what a terminal would.

extension Output: CustomStringConvertible {
    public var description: String { plainText }
}

extension Table: CustomStringConvertible {
    /// The columns, as a terminal shows them.
    public var description: String { output.plainText }
}

extension TableOutput: CustomStringConvertible {
    public var description: String { plainText }
}

extension FigureOutput: CustomStringConvertible {
    public var description: String { Output.figure(self).plainText }
}

extension ModelSummary: CustomStringConvertible {
    public var description: String { plainText }
}

extension ModelSummary.Row: CustomStringConvertible {
    /// `conv2d (Conv2D): (None, 26, 26, 32), 320 parameters`
    public var description: String {
        "\(nameAndKind): \(shapeText), \(NumberText.grouped(parameterCount)) parameter\(parameterCount == 1 ? "" : "s")"
    }
}

extension TrainingLog: CustomStringConvertible {
    public var description: String { plainText }
}

extension Metric: CustomStringConvertible {
    public var description: String { plainText }
}

extension HTML: CustomStringConvertible {
    public var description: String { markup }
}
