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
}

extension Displayable {
    public static var isShownWhereverItStands: Bool { false }
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
