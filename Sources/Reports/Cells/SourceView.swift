import Chapters
import Display

/// A cell's source, which the reader can fold away, with its number and a link to its line of the chapter.
struct SourceView: View {
    let woven: WovenCell
    let words: Words
    let showsTimings: Bool

    var markup: Markup {
        """
        <details class="source"\(woven.source == .shown ? Markup(" open") : nil)>\
        <summary><span class="count">\(cell.number)</span> \(cell.options.label ?? words.code)</summary>
        <pre class="swift" dir="ltr" translate="no"><code>\(cell.tokens.map(token).joined())</code></pre>
        </details>
        <p class="place">\(duration)<a href="#\(PageAnchor.line(cell.line))">\(words.line(cell.line))</a></p>

        """
    }

    private var cell: Cell { woven.cell }

    private func token(_ token: SourceToken) -> Markup {
        switch token.kind {
        // Else a name from right to left would turn the order of what stands around it.
        case .identifier where token.text.unicodeScalars.contains(where: \.mayBeRightToLeft): "<bdi>\(token.text)</bdi>"
        case .plain, .identifier, .operator: "\(token.text)"
        default: "<span class=\"\(token.kind.rawValue)\">\(token.text)</span>"
        }
    }

    private var duration: Markup? {
        guard showsTimings, let seconds = woven.duration else { return nil }
        let facts = ["\(NumberText.fixed(seconds, decimals: 2)) s"] + restored
        return "<span class=\"duration\">\(facts.joined(separator: " · "))</span> "
    }

    /// Why it may have taken so little time.
    private var restored: [String] {
        woven.restored.map { restoration in
            switch restoration {
            case .training(let training): words.epochsRestored(training.epochs)
            case .evaluation: words.evaluationRestored
            }
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is in a block of scripts that are written from right to left.
    fileprivate var mayBeRightToLeft: Bool {
        switch value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
