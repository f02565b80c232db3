import Chapters

extension StringProtocol {
    /// How many columns a terminal gives the text.
    var columns: Int { reduce(0) { $0 + $1.columns } }

    /// The text, which ends with `…` where it is wider than so many columns.
    func shortened(to width: Int) -> String {
        guard columns > width else { return String(self) }
        var (shortened, room) = ("", width - 1)
        for character in self {
            room -= character.columns
            guard room >= 0 else { break }
            shortened.append(character)
        }
        return width > 0 ? shortened + "…" : ""
    }
}
