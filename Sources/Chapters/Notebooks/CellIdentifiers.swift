/// Identifiers of a notebook's cells.
///
/// 1. An identifier is made of the cell's kind and source, 16 hexadecimal digits: it stays the same wherever the cell moves,
///    and whatever it gives.
/// 2. Of several cells with the same source, the second gets `-2` behind it, the third `-3`.
struct CellIdentifiers {
    private(set) var all: [String] = []

    init(of cells: [NotebookCell]) {
        var counts: [String: Int] = [:]
        for cell in cells {
            let digits = String(Self.hash(of: "\(cell.kind.rawValue)\n\(cell.source)"), radix: 16)
            let identifier = String(repeating: "0", count: 16 - digits.count) + digits
            let count = counts[identifier, default: 0] + 1
            counts[identifier] = count
            all.append(count == 1 ? identifier : "\(identifier)-\(count)")
        }
    }

    /// FNV-1a with 64 bits: enough to tell the cells of one notebook apart.
    private static func hash(of text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
