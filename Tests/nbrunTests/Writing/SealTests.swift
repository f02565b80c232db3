import Foundation
import Sessions
import Testing

@testable import nbrun

@Suite struct SealTests {
    private static let notebook = "{\"cells\": [],\n \"metadata\": {\"nbrun\": {\"mark\": \"\(Seal.blank)\"}}}\n"

    private static let sealed = [
        Seal.page("<p>1</p>\n"), Seal.markdown("1\n"), Seal.markdown("1\n", remark: " image-1.png=1"),
        Seal.notebook(notebook),
    ]

    @Test(arguments: sealed)
    func `a sealed file is known until a single byte changes`(text: String) {
        let data = Data(text.utf8)
        #expect(Seal.state(of: data) == .intact)
        #expect(FileOrigin(of: data) == .nbrun)
        for index in data.indices {
            var changed = data
            changed[index] ^= 1
            #expect(FileOrigin(of: changed) != .nbrun, "byte \(index)")
        }
        #expect(FileOrigin(of: data + Data("\n".utf8)) == .edited)
        #expect(FileOrigin(of: data.dropLast()) != .nbrun)
    }

    @Test func `the same text gives the same bytes`() {
        #expect(Seal.page("a\n") == Seal.page("a\n"))
        #expect(Seal.page("a\n").wholeMatch(of: /a\n<!-- nbrun-seal:[0-9a-f]{32} -->\n/) != nil)
        #expect(Seal.markdown("a\n").wholeMatch(of: /<!-- nbrun-seal:[0-9a-f]{32} -->\n\na\n/) != nil)
    }

    @Test func `a text about seals does no harm`() {
        let text = "\(Seal.blank) and \(Seal.page("x\n")) and nbrun-seal:"
        for sealed in [Seal.page(text), Seal.markdown(text)] {
            #expect(Seal.state(of: Data(sealed.utf8)) == .intact)
        }
        #expect(FileOrigin(of: Data(text.utf8)) != .nbrun)
    }

    @Test(arguments: [
        ("", FileOrigin.another), ("nbrun", .another), ("nbrun-seal:", .another),
        ("<meta name=\"generator\" content=\"nbrun\">", .another),
        ("<!DOCTYPE html>\n<html lang=\"en\">\n<meta name=\"generator\" content=\"nbrun\">\n", .nbrun),
        ("<!DOCTYPE html>\n<html lang=\"en\">\n<meta name=\"generator\" content=\"quarto\">\n", .another),
        (String(repeating: "nbrun-seal:0123456789abcdef0123456789abcdef\n", count: 3), .edited),
    ])
    func `a file without a seal is another's, but for an older page`(text: String, origin: FileOrigin) {
        #expect(FileOrigin(of: Data(text.utf8)) == origin)
    }

    @Test func `a run record tells of files without a seal`() {
        let page = "<!DOCTYPE html>\n<html lang=\"en\">\n<meta name=\"generator\" content=\"nbrun\">\n"
        let data = Data(page.utf8)
        let recorded = [FileFingerprint.of(data)]
        #expect(FileOrigin(of: data, recorded: recorded) == .nbrun)
        #expect(FileOrigin(of: data, recorded: ["another"]) == .edited)
        #expect(FileOrigin(of: data + Data("mine".utf8), recorded: recorded) == .edited)
    }
}
