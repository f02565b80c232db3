/// The words around a frame, broken into lines that fit.
struct PanelWords: Equatable {
    /// Where words begin: at the left end of all that belongs to the axes.
    let headX: Double
    /// The same for the title, which begins farther to the left where it would be too long.
    let titleX: Double
    let title: [String]
    /// The name of y, above the frame on the left.
    let y: [String]
    /// The name of the scale on the right, above the frame on that side.
    let right: [String]
    /// The name of x, below the frame.
    let x: [String]

    private static let mostLines = 3
    /// The part of a cell's height that the lines of a title, or of another text, may take.
    private static let mostOfHeight = (title: 0.32, label: 0.22)

    init(_ axes: Axes, around frame: Rectangle, from headX: Double, in cell: Rectangle) {
        func lines(_ text: String?, _ style: TextStyle, _ width: Double) -> [String] {
            let part = style == .title ? Self.mostOfHeight.title : Self.mostOfHeight.label
            let most = min(Int(cell.height * part / style.lineHeight), Self.mostLines)
            return text.map { style.wrapped($0, to: max(width, 20), lines: max(most, 1)) } ?? []
        }
        let title = lines(axes.title, .title, cell.width)
        self.headX = headX
        let widest = title.map(TextStyle.title.width).max() ?? 0
        titleX = max(min(headX, cell.maxX - widest), cell.x)
        self.title = title
        y = lines(axes.y.label, .label, (frame.maxX - headX) * (axes.rightLabel == nil ? 1 : 0.5) - 4)
        right = lines(axes.rightLabel, .label, frame.width / 2)
        x = lines(axes.x.label, .label, 2 * min(frame.midX - cell.x, cell.maxX - frame.midX))
    }

    var titleHeight: Double {
        title.isEmpty ? 0 : Double(title.count) * TextStyle.title.lineHeight + 2
    }

    /// For the title, the names of the y axes, and the upper half of the highest tick's label.
    var topRoom: Double {
        let lines = max(y.count, right.count)
        return 7 + titleHeight + (lines == 0 ? 0 : Double(lines) * TextStyle.label.lineHeight + 3)
    }
}

extension SVGElement {
    /// Lines of text, the first with its baseline at a place; where not all of it is there, it can be read under a pointer.
    static func lines(
        _ lines: [String], of text: String, at point: PlotPoint, _ style: TextStyle, anchor: TextAnchor = .start,
        _ more: SVGAttributes = [:], lineHeight: Double? = nil
    ) -> [SVGElement] {
        let elements = lines.enumerated().map { index, line in
            SVGElement.text(
                line, at: PlotPoint(point.x, point.y + Double(index) * (lineHeight ?? style.lineHeight)), style,
                anchor: anchor, more)
        }
        let isCut = lines.last.map { $0.hasSuffix("…") && !text.hasSuffix("…") } ?? false
        return isCut ? [.group(of: elements).titled(text)] : elements
    }
}
