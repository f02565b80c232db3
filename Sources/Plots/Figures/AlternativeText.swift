import Display

extension Figure {
    /// What the figure shows, in a sentence or a few, told from its own data.
    ///
    ///     Line chart of loss, val_loss by Epoch. loss: from 0.52 at 0 to 0.11 at 24. val_loss: from 0.4 at 0 to …
    public var alternativeText: String {
        switch content {
        case .panels(let grid): grid.panels.map(\.alternativeText).joined(separator: " ")
        case .images(let grid): grid.alternativeText
        }
    }
}

extension ImageGrid {
    fileprivate var alternativeText: String {
        guard let first = images.first else { return "An empty image grid." }
        let notes = notes.map { " \($0)" }.joined()
        let areAlike = images.allSatisfy { ($0.width, $0.height) == (first.width, first.height) }
        let size = areAlike ? " of \(first.height) × \(first.width) pixels" : ""
        let names = titles.isEmpty ? "" : ": \(titles.joined(separator: ", "))"
        if images.count == 1 { return "An image\(size)\(names).\(notes)" }
        return "\(images.count) images\(size) in \(rows) rows and \(columns) columns\(names).\(notes)"
    }
}

extension Axes {
    fileprivate var alternativeText: String {
        let marks = marks + (twin?.marks ?? [])
        let resolved = ResolvedAxes(self)
        let others = zip(marks, resolved.layers).compactMap { mark, layer in
            mark.series == nil && mark.summary == nil ? layer.words(for: mark) : nil
        }
        var sentences = [seriesText(marks)].compactMap { $0 } + marks.compactMap(\.summary)
        sentences += others.filter { !$0.isAdded || sentences.isEmpty }.map(\.text)
        let head = title.map { "\($0): " } ?? ""
        return head + ((sentences.isEmpty ? ["An empty figure."] : sentences) + resolved.notes).joined(separator: " ")
    }

    /// What series there are, then the course of each.
    private func seriesText(_ marks: [any Mark]) -> String? {
        let series = marks.compactMap { mark in mark.series.map { (label: mark.label, series: $0) } }
        guard let first = series.first?.series else { return nil }
        let names = series.compactMap(\.label)
        let kind = first.kind.beginningLarge
        let what = names.isEmpty ? "" : " of \(names.joined(separator: ", "))"
        let head = "\(kind)\(what)\(x.label.map { " by \($0)" } ?? "")."
        let courses = series.prefix(Self.mostDescribed).map { $0.series.description(label: $0.label) }
        return ([head] + courses).joined(separator: " ")
    }

    private static let mostDescribed = 6
}

extension ResolvedAxes.Layer {
    /// What is said of a mark that says nothing of itself, and whether it only adds to others, as a line through the frame
    /// and words do.
    ///
    ///     Lollipop: x from 0 to 4, y from 0 to 9.
    fileprivate func words(for mark: any Mark) -> (text: String, isAdded: Bool)? {
        switch smallMarks.first {
        case .rule(.horizontal(let value), _) where mark is HLine:
            return ("A horizontal line at \(ValueText.place(value)).", true)
        case .rule(.vertical(let value), _) where mark is VLine:
            return ("A vertical line at \(ValueText.place(value)).", true)
        case .text(let text) where mark is Text: return ("The words “\(text.text)”.", true)
        default: break
        }
        guard !smallMarks.isEmpty else { return nil }
        var (x, y) = (Extent(), Extent())
        for smallMark in smallMarks { smallMark.addExtent(x: &x, y: &y) }
        let spans = [x.words("x"), y.words("y")].compactMap { $0 }
        let words = smallMarks.compactMap { if case .text(let text) = $0 { "“\(text.text)”" } else { nil } }
        let parts = spans + (words.isEmpty ? [] : ["with the words \(words.prefix(8).joined(separator: ", "))"])
        let name = String(describing: type(of: mark)) + (label.map { " \($0)" } ?? "")
        return ("\(name): \(parts.isEmpty ? "no values" : parts.joined(separator: ", ")).", false)
    }
}

extension Extent {
    /// `x from 0 to 4`
    fileprivate func words(_ axis: String) -> String? {
        guard !isEmpty else { return nil }
        let ends = ValueText.distinct([low, high], ValueText.place)
        return low == high ? "\(axis) \(ends[0])" : "\(axis) from \(ends[0]) to \(ends[1])"
    }
}

extension String {
    fileprivate var beginningLarge: String { prefix(1).uppercased() + dropFirst() }
}

extension MarkSeries {
    /// Where a series begins and ends, and its lowest and highest values where they are others.
    fileprivate func description(label: String?) -> String {
        let known = y.indices.filter { y[$0].isFinite }
        guard let first = known.first, let last = known.last else {
            return label.map { "\($0): no values." } ?? "No values."
        }
        let lowest = known.min { y[$0] < y[$1] } ?? first
        let highest = known.max { y[$0] < y[$1] } ?? first
        let told = texts(of: [first, last, lowest, highest])
        var parts = first == last ? [told[0]] : ["from \(told[0]) to \(told[1])"]
        if lowest != first, lowest != last { parts.append("lowest \(told[2])") }
        if highest != first, highest != last { parts.append("highest \(told[3])") }
        let course = "\(parts.joined(separator: ", "))."
        return label.map { "\($0): \(course)" } ?? course.beginningLarge
    }

    /// `0.52 at 0` for each of these.
    private func texts(of indices: [Int]) -> [String] {
        let places =
            switch x {
            case .numbers(let numbers): ValueText.distinct(indices.map { numbers[$0] }, ValueText.place)
            case .names(let names): indices.map { names[$0] }
            }
        return zip(ValueText.distinct(indices.map { y[$0] }), places).map { "\($0) at \($1)" }
    }
}
