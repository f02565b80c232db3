/// The ticks of one axis with the way in which their labels are set.
struct TickLabels: Equatable {
    let ticks: [Tick]
    /// Short marks between the ticks, without labels.
    var minorTicks: [Double] = []
    /// What is written at each tick, in lines.
    let texts: [[String]]
    /// Labels that do not fit side by side run up to their ticks at an angle.
    let isSlanted: Bool

    static let style = TextStyle.tick
    /// From the frame to the labels.
    static let distance = 7.0
    static let lineHeight = 14.0
    /// At which labels run up, in degrees and as the part of a label's length that is width (and height).
    static let slant = 45.0
    static let slantPart = 0.7071

    init(ticks: [Tick], texts: [[String]]? = nil, isSlanted: Bool = false) {
        self.ticks = ticks
        self.texts = texts ?? ticks.map { [$0.label] }
        self.isSlanted = isSlanted
    }

    var widest: Double {
        texts.map(Self.width).max() ?? 0
    }

    /// The space that the labels take below a frame.
    var heightBelow: Double {
        if ticks.isEmpty { return Self.distance }
        let lines = texts.map(\.count).max() ?? 1
        let upright = Self.style.size + Double(lines - 1) * Self.lineHeight
        return Self.distance + (isSlanted ? widest * Self.slantPart + Self.style.size * 0.6 : upright)
    }

    /// The space that the labels take beside a frame.
    var widthBeside: Double { ticks.isEmpty ? 0 : Self.distance + widest }

    /// How far labels below a frame reach beyond its left and right end.
    func overhang(_ scale: Scale) -> (left: Double, right: Double) {
        var (left, right) = (0.0, 0.0)
        for (tick, lines) in zip(ticks, texts) {
            let position = scale.position(tick.value)
            let width = Self.width(lines)
            let reach = isSlanted ? (width * Self.slantPart + 4, Self.style.size * 0.5) : (width / 2, width / 2)
            left = max(left, scale.start - position + reach.0)
            right = max(right, position + reach.1 - scale.end)
        }
        return (left, right)
    }

    private static func width(_ lines: [String]) -> Double {
        lines.map(style.width).max() ?? 0
    }
}

extension TickLabels {
    /// About how many ticks an axis of this length should have.
    static func target(across width: Double) -> Double { width / 75 + 1 }
    static func target(down height: Double) -> Double { height / 48 + 1 }

    /// The ticks of an axis below a frame.
    static func horizontal(_ settings: AxisSettings, _ scale: Scale, names: [String]) -> TickLabels {
        if let ticks = settings.ticks { return below(ticks.filter { scale.shows($0.value) }, scale) }
        if !names.isEmpty { return below(named(names), scale) }
        let finder = TickFinder(domain: scale.domain, target: target(across: scale.length)) {
            fitsSideBySide($0, scale)
        }
        return found(finder, scale)
    }

    /// The ticks of an axis beside a frame.
    static func vertical(_ settings: AxisSettings, _ scale: Scale, names: [String], widest: Double) -> TickLabels {
        if let ticks = settings.ticks {
            return beside(ticks.filter { scale.shows($0.value) }, scale, widest: widest)
        }
        if !names.isEmpty {
            let room = max(Int(scale.length / (style.size * 1.15)), 1)
            let stride = (names.count + room - 1) / room
            return beside(every(stride, of: named(names)), scale, widest: widest)
        }
        let finder = TickFinder(domain: scale.domain, target: target(down: scale.length)) { isStacked($0, scale) }
        return found(finder, scale)
    }

    private static func found(_ finder: TickFinder, _ scale: Scale) -> TickLabels {
        let ticks = finder.ticks()
        var labels = TickLabels(ticks: ticks)
        let minor = finder.minorTicks(among: ticks)
        let places = minor.map(scale.position).sorted()
        let least = zip(places.dropFirst(), places).map { $0 - $1 }.min() ?? smallestMinorStep
        if least >= smallestMinorStep { labels.minorTicks = minor }
        return labels
    }

    /// Marks that are closer than this are no marks any more.
    private static let smallestMinorStep = 2.0

    private static func named(_ names: [String]) -> [Tick] {
        names.enumerated().map { Tick(Double($0), $1) }
    }

    private static func every(_ stride: Int, of ticks: [Tick]) -> [Tick] {
        ticks.indices.filter { $0 % max(stride, 1) == 0 }.map { ticks[$0] }
    }

    /// Side by side; in lines, where the words fit so; else at an angle, as many as there is room for.
    private static func below(_ ticks: [Tick], _ scale: Scale) -> TickLabels {
        if fitsSideBySide(ticks, scale) { return TickLabels(ticks: ticks) }
        if let lines = inLines(ticks, width: step(ticks, scale) - 8, most: 3) {
            return TickLabels(ticks: ticks, texts: lines)
        }
        let room = max(Int(scale.length / (style.size * 1.4)), 1)
        let shown = every((ticks.count + room - 1) / room, of: ticks)
        return TickLabels(ticks: shown, texts: shortened(shown, to: 110), isSlanted: true)
    }

    private static func beside(_ ticks: [Tick], _ scale: Scale, widest: Double) -> TickLabels {
        if ticks.allSatisfy({ style.width(of: $0.label) <= widest }) { return TickLabels(ticks: ticks) }
        let lines = min(Int(step(ticks, scale) / lineHeight), 3)
        return TickLabels(
            ticks: ticks, texts: inLines(ticks, width: widest, most: lines) ?? shortened(ticks, to: widest))
    }

    /// The labels in lines, or nil where a word is too wide or the lines are too many.
    private static func inLines(_ ticks: [Tick], width: Double, most: Int) -> [[String]]? {
        guard width > style.size * 2 else { return nil }
        let words = ticks.flatMap { $0.label.split(whereSeparator: \.isWhitespace) }
        guard words.allSatisfy({ style.width(of: String($0)) <= width }) else { return nil }
        let lines = ticks.map { style.wrapped($0.label, to: width) }
        return lines.allSatisfy { $0.count <= most } ? lines : nil
    }

    private static func shortened(_ ticks: [Tick], to width: Double) -> [[String]] {
        style.abbreviated(ticks.map(\.label), to: width).map { [$0] }
    }

    /// The smallest distance between two ticks on the drawing.
    private static func step(_ ticks: [Tick], _ scale: Scale) -> Double {
        let places = ticks.map { scale.position($0.value) }.sorted()
        return zip(places.dropFirst(), places).map { $0 - $1 }.min() ?? scale.length
    }

    private static func fitsSideBySide(_ ticks: [Tick], _ scale: Scale) -> Bool {
        zip(ticks, ticks.dropFirst()).allSatisfy { left, right in
            let widths = style.width(of: left.label) + style.width(of: right.label)
            return abs(scale.position(right.value) - scale.position(left.value)) >= widths / 2 + 8
        }
    }

    private static func isStacked(_ ticks: [Tick], _ scale: Scale) -> Bool {
        zip(ticks, ticks.dropFirst()).allSatisfy { lower, upper in
            abs(scale.position(upper.value) - scale.position(lower.value)) >= style.size * 1.3
        }
    }
}

extension Scale {
    func shows(_ value: Double) -> Bool {
        domain.shown.contains(value)
    }

    fileprivate var length: Double { abs(end - start) }
}
