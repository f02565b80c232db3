extension PanelLayout {
    /// The marks of each layer with the scales that they are drawn by.
    var drawings: [(MarkDrawing, [SmallMark])] {
        resolved.layers.map { layer in
            let drawing = MarkDrawing(x: x, y: layer.isTwin ? twinY ?? y : y, frame: frame)
            return (drawing, drawing.withFittingTexts(layer.smallMarks))
        }
    }

    /// What is said in the middle of a frame whose marks show nothing.
    var emptyText: (words: String, baseline: PlotPoint, bounds: Rectangle)? {
        guard let words = resolved.emptiness else { return nil }
        let style = TextStyle.label
        let width = style.width(of: words)
        guard width < frame.width, style.size * 2 < frame.height else { return nil }
        let bounds = Rectangle(
            x: frame.midX - width / 2, y: frame.midY - style.size / 2, width: width, height: style.size)
        return (words, PlotPoint(frame.midX, frame.midY + style.capHeight / 2), bounds)
    }
}

extension SmallMark {
    /// Whether it is words that stand over other marks, rather than in a cell of their own.
    var isFreeText: Bool {
        if case .text(let text) = self { return text.space == nil }
        return false
    }
}
