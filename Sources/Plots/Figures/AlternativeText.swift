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
        let areAlike = images.allSatisfy { ($0.width, $0.height) == (first.width, first.height) }
        let size = areAlike ? " of \(first.height) × \(first.width) pixels" : ""
        let names = titles.isEmpty ? "" : ": \(titles.joined(separator: ", "))"
        if images.count == 1 { return "An image\(size)\(names)." }
        return "\(images.count) images\(size) in \(rows) rows and \(columns) columns\(names)."
    }
}

extension Axes {
    fileprivate var alternativeText: String {
        let marks = marks + (twin?.marks ?? [])
        let sentences = [seriesText(marks)].compactMap { $0 } + marks.compactMap(\.summary)
        let head = title.map { "\($0): " } ?? ""
        return head + (sentences.isEmpty ? "An empty figure." : sentences.joined(separator: " "))
    }

    /// What series there are, then the course of each.
    private func seriesText(_ marks: [any Mark]) -> String? {
        let series = marks.compactMap { mark in mark.series.map { (label: mark.label, series: $0) } }
        guard let first = series.first?.series else { return nil }
        let names = series.compactMap(\.label)
        let kind = first.kind.prefix(1).uppercased() + first.kind.dropFirst()
        let what = names.isEmpty ? "" : " of \(names.joined(separator: ", "))"
        let head = "\(kind)\(what)\(x.label.map { " by \($0)" } ?? "")."
        let courses = series.prefix(Self.mostDescribed).map { $0.series.description(label: $0.label) }
        return ([head] + courses).joined(separator: " ")
    }

    private static let mostDescribed = 6
}

extension MarkSeries {
    /// Where a series begins and ends, and its lowest and highest values where they are others.
    fileprivate func description(label: String?) -> String {
        let known = y.indices.filter { y[$0].isFinite }
        guard let first = known.first, let last = known.last else {
            return "\(label.map { "\($0): " } ?? "")no values."
        }
        let lowest = known.min { y[$0] < y[$1] } ?? first
        let highest = known.max { y[$0] < y[$1] } ?? first
        let told = texts(of: [first, last, lowest, highest])
        var parts = first == last ? [told[0]] : ["from \(told[0]) to \(told[1])"]
        if lowest != first, lowest != last { parts.append("lowest \(told[2])") }
        if highest != first, highest != last { parts.append("highest \(told[3])") }
        return "\(label.map { "\($0): " } ?? "")\(parts.joined(separator: ", "))."
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
