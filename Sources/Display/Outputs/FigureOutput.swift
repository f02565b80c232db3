/// A drawing as SVG, with the words that stand for it where it cannot be seen.
public struct FigureOutput: Equatable, Sendable {
    /// A whole `<svg>` element without an XML declaration.
    public let svg: String
    /// What the drawing shows, in a sentence or two.
    public let alternativeText: String
    /// The title that a reader would call it by; may be empty.
    public let title: String
    /// The numbers behind the drawing where they fit in a table, else nil.
    public let data: TableOutput?

    public init(svg: String, alternativeText: String, title: String = "", data: TableOutput? = nil) {
        self.svg = svg
        self.alternativeText = alternativeText
        self.title = title
        self.data = data
    }
}
