extension MarkDrawing {
    /// Words at their place, kept inside of the frame; nothing where the place lies outside of it.
    func text(_ text: SmallMark.PlotText) -> [SVGElement] {
        guard let setting = setting(of: text) else { return [] }
        let fill: SVGAttributes = ["fill": text.color == .foreground ? nil : text.color.svgText]
        let paint = SVGAttributes(joining: text.space == nil ? [fill, Self.halo] : [fill])
        return setting.lines.indices.map { line in
            .text(
                setting.lines[line], at: PlotPoint(setting.x, setting.baseline(line)), setting.style,
                anchor: setting.anchor, paint)
        }
    }

    /// A rim of the paper's colour, so that words can be read on lines and dots. Programs that know no variables of
    /// pages take the attribute.
    private static let halo: SVGAttributes = [
        "stroke": "#ffffff", "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke",
        "style": "stroke:var(--paper,#ffffff)",
    ]

    func bounds(of text: SmallMark.PlotText) -> Rectangle {
        setting(of: text)?.bounds ?? Rectangle(x: frame.x, y: frame.y, width: 0, height: 0)
    }

    private func setting(of text: SmallMark.PlotText) -> TextSetting? {
        let point = place(text.point)
        let slack = Rectangle(
            x: frame.x - 0.5, y: frame.y - 0.5, width: frame.width + 1, height: frame.height + 1)
        guard point.isFinite, slack.contains(point) else { return nil }
        return TextSetting(text, at: point, in: frame)
    }

    /// The same marks, the numbers written into cells all of one size that fits, or left out where none can be read.
    func withFittingTexts(_ marks: [SmallMark]) -> [SmallMark] {
        let parts = marks.compactMap { mark -> Double? in
            guard case .text(let text) = mark, let space = text.space else { return nil }
            return part(of: text, in: space)
        }
        guard let least = parts.min(), least < 1 else { return marks }
        return marks.compactMap { mark in
            guard case .text(var text) = mark, text.space != nil else { return mark }
            text.size = (text.size * least * 2).rounded(.down) / 2
            return text.size < Self.smallestText ? nil : .text(text)
        }
    }

    private static let smallestText = 7.0

    /// By how much a text must shrink to fit into its space.
    private func part(of text: SmallMark.PlotText, in space: SmallMark.PlotText.Space) -> Double {
        let style = TextStyle(size: text.size, isBold: false)
        let from = place(PlotPoint(text.point.x - space.width / 2, text.point.y - space.height / 2))
        let to = place(PlotPoint(text.point.x + space.width / 2, text.point.y + space.height / 2))
        guard from.isFinite, to.isFinite else { return 1 }
        let needed = (width: style.width(of: text.text) + 4, height: style.size * 1.1)
        return min(abs(to.x - from.x) / needed.width, abs(to.y - from.y) / needed.height, 1)
    }
}

/// Words with their lines and their place within a frame.
private struct TextSetting {
    let style: TextStyle
    let lines: [String]
    let anchor: TextAnchor
    let x: Double
    private let width: Double
    private let top: Double

    private static let edge = 2.0

    init(_ text: SmallMark.PlotText, at point: PlotPoint, in frame: Rectangle) {
        style = TextStyle(size: text.size, isBold: false)
        let room = max(frame.width - 2 * Self.edge, 20)
        lines = style.width(of: text.text) <= room ? [text.text] : style.wrapped(text.text, to: room, lines: 4)
        width = lines.map(style.width).max() ?? 0
        let left = point.x - text.alignment.part * width
        if text.space == nil, left < frame.x + Self.edge {
            (anchor, x) = (.start, frame.x + Self.edge)
        } else if text.space == nil, left + width > frame.maxX - Self.edge {
            (anchor, x) = (.end, frame.maxX - Self.edge)
        } else {
            (anchor, x) = (text.alignment.anchor, point.x)
        }
        let height = style.size + Double(lines.count - 1) * style.lineHeight
        let wanted = point.y - height / 2
        top = text.space == nil ? max(min(wanted, frame.maxY - height), frame.y) : wanted
    }

    func baseline(_ line: Int) -> Double {
        top + style.size / 2 + style.capHeight / 2 + Double(line) * style.lineHeight
    }

    var bounds: Rectangle {
        let part = anchor == .start ? 0 : anchor == .middle ? 0.5 : 1
        return Rectangle(
            x: x - part * width, y: top, width: width,
            height: style.size + Double(lines.count - 1) * style.lineHeight)
    }
}

extension TextAlignment {
    var anchor: TextAnchor {
        switch self {
        case .left: .start
        case .center: .middle
        case .right: .end
        }
    }

    /// The part of the text that lies to the left of its place.
    fileprivate var part: Double {
        switch self {
        case .left: 0
        case .center: 0.5
        case .right: 1
        }
    }
}
