/// How wide characters are, in thousandths of the font size.
///
/// The numbers are the advance widths of DejaVu Sans, the widest of the common sans-serif fonts (Arial, Helvetica, Segoe
/// UI, Roboto and San Francisco are some 10 % narrower): what fits by them fits on every reader's machine.
enum CharacterWidths {
    /// The width of one Unicode scalar.
    static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x7F: ascii[Int(scalar.value) - 0x20]
        case 0xA0..<0x100: latin1[Int(scalar.value) - 0xA0]
        case 0xFE00...0xFE0F, 0x200B...0x200F: 0
        default: scalar.properties.canonicalCombiningClass == .notReordered ? blockWidth(scalar) : 0
        }
    }

    private static func blockWidth(_ scalar: Unicode.Scalar) -> Int {
        if let block = blocks.first(where: { $0.range.contains(scalar.value) }) { return block.width }
        return scalar.properties.isEmojiPresentation ? 1370 : 800
    }

    private static let ascii = [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636,
        636, 636,
        636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
        748,
        787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
        615,
        352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
        337,
        636, 838,
    ]

    private static let latin1 = [
        318, 401, 636, 636, 636, 636, 337, 500, 500, 1000, 471, 612, 838, 361, 1000, 500, 500, 838, 401, 401, 500, 636,
        636,
        318, 500, 401, 471, 612, 969, 969, 969, 531, 684, 684, 684, 684, 684, 684, 974, 698, 632, 632, 632, 632, 295,
        295, 295,
        295, 775, 748, 787, 787, 787, 787, 787, 838, 787, 732, 732, 732, 732, 611, 605, 630, 613, 613, 613, 613, 613,
        613, 982,
        550, 615, 615, 615, 615, 278, 278, 278, 278, 612, 634, 612, 612, 612, 612, 612, 838, 612, 634, 634, 634, 634,
        592, 635,
        592,
    ]

    /// Mean or, where they differ little, largest widths of the other blocks.
    private static let blocks: [(range: ClosedRange<UInt32>, width: Int)] = [
        (0x0100...0x024F, 640), (0x0370...0x03FF, 660), (0x0400...0x052F, 720), (0x0590...0x05FF, 560),
        (0x0600...0x06FF, 690), (0x0900...0x0DFF, 750), (0x0E00...0x0E7F, 650), (0x1100...0x11FF, 1000),
        (0x1E00...0x1FFF, 690), (0x2013...0x2013, 500), (0x2014...0x2014, 1000), (0x2018...0x201F, 480),
        (0x2026...0x2026, 1000), (0x2070...0x2079, 401), (0x207A...0x208E, 528), (0x2190...0x21FF, 838),
        (0x2200...0x22FF, 840), (0x2E80...0xA4CF, 1000), (0xAC00...0xD7AF, 1000), (0xF900...0xFAFF, 1000),
        (0xFF00...0xFF60, 1000), (0x1F300...0x1FAFF, 1370), (0x20000...0x3FFFF, 1000),
    ]
}
