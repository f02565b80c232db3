/// The ticks of one axis with the way in which their labels are set.
struct TickLabels: Equatable {
    var ticks: [Tick]
    /// Labels that do not fit side by side run up to their ticks at an angle.
    var isSlanted = false
    /// Wider labels are cut.
    var widestLabel = Double.infinity

    static let style = TextStyle.tick
    /// From the frame to the labels.
    static let distance = 7.0
    /// At which labels run up, in degrees and as the part of a label's length that is width (and height).
    static let slant = 45.0
    static let slantPart = 0.7071

    func text(_ tick: Tick) -> String {
        widestLabel.isFinite ? Self.style.fitted(tick.label, to: widestLabel) : tick.label
    }

    var widest: Double {
        ticks.map { Self.style.width(of: text($0)) }.max() ?? 0
    }

    /// The space that the labels take below a frame.
    var heightBelow: Double {
        if ticks.isEmpty { return Self.distance }
        return Self.distance + (isSlanted ? widest * Self.slantPart + Self.style.size * 0.6 : Self.style.size)
    }

    /// The space that the labels take beside a frame.
    var widthBeside: Double { ticks.isEmpty ? 0 : Self.distance + widest }

    /// How far labels below a frame reach beyond its left and right end.
    func overhang(_ scale: Scale) -> (left: Double, right: Double) {
        var (left, right) = (0.0, 0.0)
        for tick in ticks {
            let position = scale.position(tick.value)
            let width = Self.style.width(of: text(tick))
            let reach = isSlanted ? (width * Self.slantPart + 4, Self.style.size * 0.5) : (width / 2, width / 2)
            left = max(left, scale.start - position + reach.0)
            right = max(right, position + reach.1 - scale.end)
        }
        return (left, right)
    }
}

extension TickLabels {
    /// About how many ticks an axis of this length should have.
    static func target(across width: Double) -> Double { width / 75 + 1 }
    static func target(down height: Double) -> Double { height / 48 + 1 }

    /// The ticks of an axis below a frame.
    static func horizontal(_ settings: AxisSettings, _ scale: Scale, names: [String]) -> TickLabels {
        let length = abs(scale.end - scale.start)
        if let ticks = settings.ticks { return slantedIfNeeded(ticks.filter { scale.shows($0.value) }, scale) }
        if !names.isEmpty { return slantedIfNeeded(named(names), scale) }
        let finder = TickFinder(domain: scale.domain, target: target(across: length)) { fitsSideBySide($0, scale) }
        return TickLabels(ticks: finder.ticks())
    }

    /// The ticks of an axis beside a frame.
    static func vertical(_ settings: AxisSettings, _ scale: Scale, names: [String], widest: Double) -> TickLabels {
        let length = abs(scale.end - scale.start)
        if let ticks = settings.ticks {
            return TickLabels(ticks: ticks.filter { scale.shows($0.value) }, widestLabel: widest)
        }
        if !names.isEmpty {
            let room = max(Int(length / (style.size * 1.15)), 1)
            let stride = (names.count + room - 1) / room
            return TickLabels(ticks: every(stride, of: named(names)), widestLabel: widest)
        }
        let finder = TickFinder(domain: scale.domain, target: target(down: length)) { isStacked($0, scale) }
        return TickLabels(ticks: finder.ticks())
    }

    private static func named(_ names: [String]) -> [Tick] {
        names.enumerated().map { Tick(Double($0), $1) }
    }

    private static func every(_ stride: Int, of ticks: [Tick]) -> [Tick] {
        ticks.indices.filter { $0 % max(stride, 1) == 0 }.map { ticks[$0] }
    }

    private static func slantedIfNeeded(_ ticks: [Tick], _ scale: Scale) -> TickLabels {
        if fitsSideBySide(ticks, scale) { return TickLabels(ticks: ticks) }
        let room = max(Int(abs(scale.end - scale.start) / (style.size * 1.4)), 1)
        let stride = (ticks.count + room - 1) / room
        return TickLabels(ticks: every(stride, of: ticks), isSlanted: true, widestLabel: 110)
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
}
