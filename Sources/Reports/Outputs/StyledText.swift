/// A piece of terminal text in its colours.
///
/// The sixteen named colours are classes, for which the page has a shade on light and on dark paper. A colour by its
/// parts keeps its hue; the page sees to it that it can be read.
struct StyledText: View {
    let run: TerminalText.Run

    var markup: Markup {
        let classes = self.classes
        guard !classes.isEmpty else { return "\(run.text)" }
        let style: Markup = variables.isEmpty ? "" : " style=\"\(variables.joined(separator: ";"))\""
        return "<span class=\"\(classes.joined(separator: " "))\"\(style)>\(run.text)</span>"
    }

    private var classes: [String] {
        var classes = Self.traitNames.filter { run.style.traits.contains($0.trait) }.map(\.name)
        classes += name(of: run.style.foreground, "fg").map { [$0] } ?? []
        classes += name(of: run.style.background, "bg").map { [$0] } ?? []
        return classes
    }

    private var variables: [String] {
        [(run.style.foreground, "--fg"), (run.style.background, "--bg")].compactMap { color, variable in
            guard case .rgb(let red, let green, let blue) = color else { return nil }
            return "\(variable):rgb(\(red) \(green) \(blue))"
        }
    }

    private func name(of color: TextStyle.Color?, _ ground: String) -> String? {
        switch color {
        case nil: nil
        case .named(let number): "\(ground)\(number)"
        case .rgb: ground
        }
    }

    private static let traitNames: [(trait: TextStyle.Traits, name: String)] = [
        (.bold, "bold"), (.faint, "faint"), (.italic, "italic"), (.underlined, "underlined"), (.inverse, "inverse"),
        (.struck, "struck"),
    ]
}
