import Chapters
import Display

extension TableOutput {
    /// The parameters that the command line set, beside what the chapter says.
    init(_ parameters: [InjectedParameter], words: Words) {
        self.init(
            columns: [words.parameter, words.inThisRun, words.inChapter].map { Column(name: $0) },
            rows: parameters.map { [$0.name, $0.value, $0.original] })
    }
}
