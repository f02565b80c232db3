import Testing

@Suite struct PlainSwiftTests {
    @Test func twentyCellsOfPlainSwiftRunAsAReaderExpects() throws {
        let chapter = try FixtureChapter("plain-swift")
        #expect(chapter.run.statuses.count == 20)
        chapter.expectWhatIsWritten()
    }
}
