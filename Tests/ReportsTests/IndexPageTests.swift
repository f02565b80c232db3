import Testing

@testable import Reports

@Suite("The list of chapters")
struct IndexPageTests {
    @Test("links each report and says what went wrong")
    func entries() {
        let html = IndexPage(entries: [
            .init(title: "Tensors & more", path: "ch1.md", report: "ch1.html", state: .succeeded, language: "en"),
            .init(title: "신경망", path: "ch2.md", report: nil, state: .failed, remark: "a cell failed", language: "ko"),
        ]).html
        #expect(
            html.contains(
                """
                <ol class="chapters">
                <li class="succeeded" lang="en"><a href="ch1.html">Tensors &amp; more</a> <span class="path">ch1.md</span></li>
                <li class="failed" lang="ko"><b>신경망</b> <span class="path">ch2.md</span>\
                <span class="remark">a cell failed</span></li>
                </ol>
                """))
    }

    @Test("speaks the language that all its chapters share")
    func language() {
        let korean = IndexPage.Entry(title: "가", path: "a.md", report: "a.html", state: .succeeded, language: "ko")
        #expect(IndexPage(entries: [korean]).html.contains("<h1>장 목록</h1>"))
    }
}
