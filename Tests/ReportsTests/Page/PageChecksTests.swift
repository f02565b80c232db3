import Browsing
import Foundation
import Testing

@testable import Reports

/// What checkers of HTML and of accessibility say of a report with everything in it.
@Suite("A report before the checkers", .serialized)
struct PageChecksTests {
    static let languages = ["en", "ko", "ar"]

    @Test("tidy finds nothing", arguments: languages)
    func validation(language: String) throws {
        let sample = try SamplePage(language: language)
        let tidy = Process()
        let output = Pipe()
        tidy.executableURL = URL(fileURLWithPath: "/usr/bin/tidy")
        tidy.arguments = ["-quiet", "-errors", "-utf8", sample.file.path]
        tidy.standardError = output
        do { try tidy.run() } catch { Issue.record("there is no tidy: apt-get install tidy") }
        let messages = output.fileHandleForReading.readDataToEndOfFile()
        #expect(String(decoding: messages, as: UTF8.self) == "")
    }

    @Test("axe finds nothing, light and dark, wide and narrow, folded and open", arguments: languages)
    func accessibility(language: String) throws {
        let axe = try #require(
            try? String(contentsOf: Self.axe, encoding: .utf8),
            "there is no axe-core: make .build/test-tools/axe.min.js")
        let sample = try SamplePage(language: language)
        let page = try Browser().open(sample.file)
        try page.evaluate(axe + "; 0")
        // Before a gradient axe says nothing of contrast; those of the page are at the edges of boxes that scroll.
        try page.evaluate(
            """
            document.head.insertAdjacentHTML("beforeend", "<style>* { background-image: none !important; }</style>"); 0
            """)
        for isDark in [false, true] {
            try page.setDark(isDark)
            for width in [1280, 390] {
                try page.resize(width: width, height: 900)
                let violations = try Self.violations(page)
                #expect(violations == [], "\(isDark ? "dark" : "light"), \(width) wide")
            }
            try page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
            try page.evaluate("new Promise(done => setTimeout(done, 200))")
            let violations = try Self.violations(page)
            #expect(violations == [], "\(isDark ? "dark" : "light"), all open")
        }
    }

    private static let axe = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(".build/test-tools/axe.min.js")

    private static func violations(_ page: BrowserPage) throws -> [String] {
        let script = """
            axe.run({ resultTypes: ["violations"] }).then(result => result.violations.flatMap(violation =>
              violation.nodes.map(node => violation.id + ": " + node.html.slice(0, 150) + " " + node.failureSummary)))
            """
        return try page.evaluate(script) as? [String] ?? ["axe gave no answer"]
    }
}
