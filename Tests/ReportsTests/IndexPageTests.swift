import Testing

@testable import Reports

@Suite("The list of chapters")
struct IndexPageTests {
    @Test("links each report and says what went wrong")
    func entries() {
        let html = IndexPage(entries: [
            .init(title: "Tensors & more", path: "ch1.md", report: "ch1.html", end: .succeeded, language: "en"),
            .init(title: "신경망", path: "ch2.md", report: nil, end: .cellFailed, language: "ko"),
        ]).html
        #expect(
            html.contains(
                """
                <ol class="chapters">
                <li class="succeeded" lang="en"><a href="ch1.html">Tensors &amp; more</a> <span class="path">ch1.md</span></li>
                <li class="failed" lang="ko"><b>신경망</b> <span class="path">ch2.md</span>\
                <span class="remark" lang="en">a cell failed</span></li>
                </ol>
                """))
    }

    @Test("speaks the language that all its chapters share")
    func language() {
        let korean = IndexPage.Entry(title: "가", path: "a.md", report: "a.html", end: .timedOut, language: "ko")
        let html = IndexPage(entries: [korean]).html
        #expect(html.contains("<h1>장 목록</h1>"))
        #expect(html.contains("<span class=\"remark\">제한 시간을 넘긴 셀이 있습니다</span>"))
    }

    @Test("has words for every end", arguments: [Words.english, .korean].map(\.language))
    func ends(language: String) {
        let words = Words.in(language)
        for end in IndexPage.Entry.End.allCases { #expect((words.chapterEnd(end) == nil) == (end == .succeeded)) }
    }
}
