import Reports
extension ChapterOutcome { var indexEntry: IndexPage.Entry? { nil } }
