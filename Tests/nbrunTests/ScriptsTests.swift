import Foundation
import Testing

/// Text of every script comes through unharmed, wherever it stands.
@Suite struct ScriptsTests {
    @Test func koreanEmojiAndRightToLeftTextComeThrough() throws {
        let line = try CommandLine()
        defer { line.remove() }
        let (korean, emoji, arabic, hebrew) = ("합성곱 신경망", "👩‍👩‍👧‍👦🇰🇷", "الشبكات العصبية", "רשתות עצביות")
        try line.write(
            "---\ntitle: \(korean) \(emoji)\nlang: ko\n---\n\n\(arabic), \(hebrew)\n\n"
                + chapter(
                    "//| label: 손실\nlet 정확도 = [\"\(arabic)\": 1]\nprint(\"\(korean) \(emoji)\", 정확도)",
                    "Figure { Axes(title: \"\(emoji)\", xLabel: \"\(korean)\", yLabel: \"\(hebrew)\") "
                        + "{ LinePlot([1, 2], label: \"\(arabic)\") }.legend() }"), to: "장.md")
        let run = try line.nbrun("장.md")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("장.md:10 손실"))
        let report = try line.read("output/장.html")
        #expect(report.contains("<html lang=\"ko\""))
        #expect(report.contains("\(korean) \(emoji) [&quot;\(arabic)&quot;: 1]"))
        let drawing = try #require(report.firstMatch(of: /<svg[^§]*?<\/svg>/)).output
        for text in [korean, emoji, arabic, hebrew] { #expect(drawing.contains(text), "\(text) in the figure") }
        #expect(report.contains("id=\"손실\""))
        #expect(!report.contains("\u{FFFD}"))
    }
}
