import Browsing
import Foundation
import Testing

@Suite(.serialized) struct LivePageTests {
    @Test func `a page in a browser follows the chapter, and needs nothing that its server forbids`() throws {
        let watch = try Watch(
            chapter(
                "import Foundation\nwhile !FileManager.default.fileExists(atPath: \"go\") { usleep(1000) }", "40 + 2"))
        let page = try Browser().open(try #require(URL(string: try watch.address())))
        #expect(try page.visibleText().contains("The chapter runs for the first time"))
        try watch.line.write("", to: "go")
        #expect(watch.wait { (try? page.visibleText().contains("42")) ?? false })
        try watch.line.write(chapter("1 + 1", "Figure { Axes { LinePlot([1, 3, 2]) } }", "40 + 3"), to: "a.md")
        #expect(watch.wait { (try? page.visibleText().contains("43")) ?? false })
        #expect(try page.evaluate("document.querySelectorAll('svg').length") as? Int ?? 0 > 0)
        try page.evaluate("document.getElementById('page:theme').click()")
        #expect(try page.evaluate("document.documentElement.dataset.theme") as? String != nil)
        let server = try watch.address().prefix { $0 != "_" }.split(separator: "/").prefix(2).joined(separator: "//")
        // What a reload broke off is no problem.
        let problems = page.problems().filter {
            !$0.hasPrefix("a request for \(server)") && !$0.contains("net::ERR_ABORTED")
        }
        #expect(problems == [])
        #expect(watch.stop() == 0, "\(watch.said)")
    }
}
