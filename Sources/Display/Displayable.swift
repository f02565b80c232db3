/// A value that a cell can show as more than its description.
///
///     struct Temperature: Displayable {
///         var celsius: Double
///         var output: Output { .text("\(celsius) °C") }
///     }
public protocol Displayable {
    /// What a cell shows for the value.
    var output: Output { get }

    /// Whether a statement that only names such a value shows it, wherever in the cell it stands.
    ///
    /// Figures are shown so; other values only as the last expression of their cell.
    static var isShownWhereverItStands: Bool { get }

    /// Whether the running cell has shown it already, as a fit shows its epochs: as the cell's last expression it is not
    /// shown once more.
    var isShownAlready: Bool { get }
}

extension Displayable {
    public static var isShownWhereverItStands: Bool { false }
    public var isShownAlready: Bool { false }
}

/// HTML that goes into the report as it is.
///
///     display(HTML("<b>bold</b>"))
public struct HTML: Displayable, Equatable, Sendable {
    public let markup: String

    public init(_ markup: String) {
        self.markup = markup
    }

    public var output: Output { .html(markup) }
}

extension Output: Displayable {
    public var output: Output { self }
}
