extension Event {
    /// The event as it is sent: of what is longer than anybody reads, a part is left out, and the rest says so.
    ///
    /// A text keeps its beginning and its end; any other output that is too large for a frame gives way to a note.
    var encodedToFit: [UInt8] {
        let bytes = shortened.encoded
        return bytes.count > EventFrame.largestEvent ? withoutOutput(of: bytes.count).encoded : bytes
    }

    private var shortened: Event {
        switch self {
        case .display(let identifier, .text(let text)):
            .display(identifier: identifier, .text(text.shortened(toEnds: Self.textEnd)))
        case .update(let identifier, .text(let text)):
            .update(identifier: identifier, .text(text.shortened(toEnds: Self.textEnd)))
        case .warning(let message): .warning(message.shortened(toEnds: Self.messageEnd))
        case .stop(.misuse(let message)): .stop(.misuse(message.shortened(toEnds: Self.messageEnd)))
        case .stop(.thrown(let type, let description)):
            .stop(
                .thrown(
                    type: type.shortened(toEnds: Self.messageEnd),
                    description: description.shortened(toEnds: Self.messageEnd)))
        case .display, .update, .progress, .restored: self
        }
    }

    private func withoutOutput(of count: Int) -> Event {
        let note = Output.text(
            """
            [an output of \(NumberText.grouped(count)) bytes is left out: \
            one may have \(NumberText.grouped(EventFrame.largestEvent))]
            """)
        switch self {
        case .display(let identifier, _): return .display(identifier: identifier, note)
        case .update(let identifier, _): return .update(identifier: identifier, note)
        case .progress, .restored, .warning, .stop: return self
        }
    }

    /// Bytes that are kept at each end of a text and of a message.
    private static let textEnd = 8_000_000
    private static let messageEnd = 4_000
}

extension String {
    /// The text, or its first and last `count` bytes with a line between them that tells how many are left out.
    ///
    /// No character is cut into bytes.
    func shortened(toEnds count: Int) -> String {
        guard utf8.count > 2 * count else { return self }
        // A slice begins and ends with a whole character.
        let beginning = self[..<utf8.index(startIndex, offsetBy: count)]
        let end = self[utf8.index(endIndex, offsetBy: -count)...]
        let omitted = utf8.count - beginning.utf8.count - end.utf8.count
        return "\(beginning)\n[\(NumberText.grouped(omitted)) bytes of text are left out here]\n\(end)"
    }
}
