import Display

/// Something that is drawn into axes.
///
/// The marks of this library are composed of small marks, and so can be one's own:
///
///     struct Lollipop: Mark {
///         var values: [Double]
///         var label: String? { nil }
///
///         func smallMarks(in context: MarkContext) -> [SmallMark] {
///             let points = values.enumerated().map { PlotPoint(Double($0), $1) }
///             return [
///                 .segments(points.map { (PlotPoint($0.x, 0), $0) }, .init(context.color)),
///                 .symbols(points, .init(.circle, color: context.color)),
///             ]
///         }
///     }
public protocol Mark: Displayable, Sendable, CustomStringConvertible {
    /// What the legend calls it; without a name it is not in the legend.
    var label: String? { get }

    /// The colour that was asked for; nil takes the next one of the palette.
    var color: PlotColor? { get }

    /// The names of its places along x and y, where they have names.
    var names: MarkNames { get }

    /// The numbers behind it, for tables and alternative texts.
    var series: MarkSeries? { get }

    /// What it shows, in a sentence for those who cannot see it; nil where `series` tells.
    var summary: String? { get }

    /// What it asks of the frame that it is drawn into.
    var frameShape: FrameShape { get }

    /// What colours stand for, where they stand for numbers.
    var colorBar: ColorBar? { get }

    /// What it is composed of.
    func smallMarks(in context: MarkContext) -> [SmallMark]
}

extension Mark {
    public var color: PlotColor? { nil }
    public var names: MarkNames { MarkNames() }
    public var series: MarkSeries? { nil }
    public var summary: String? { nil }
    public var frameShape: FrameShape { .free }
    public var colorBar: ColorBar? { nil }

    /// A mark by itself is shown as a figure.
    public var output: Output { Figure([Axes(marks: [self])]).output }
    public static var isShownWhereverItStands: Bool { true }
}

/// What a mark asks of its frame.
public enum FrameShape: Sendable, Hashable {
    /// y runs upwards, and the frame is as wide and as high as there is room for.
    case free
    /// y runs downwards, as rows of a table do.
    case downwards
    /// y runs downwards, and units are equally long on both axes, as pixels are.
    case picture
}

/// The names of a mark's places along each axis, in their order.
public struct MarkNames: Equatable, Sendable {
    public var x: [String]
    public var y: [String]

    public init(x: [String] = [], y: [String] = []) {
        self.x = x
        self.y = y
    }
}

/// The numbers that a mark shows: a y for each x.
public struct MarkSeries: Equatable, Sendable {
    /// What a reader would call such a picture, as in "line chart".
    public var kind: String
    public var x: PlotCoordinates
    public var y: [Double]

    public init(kind: String, x: PlotCoordinates, y: [Double]) {
        self.kind = kind
        self.x = x
        self.y = y
    }
}
