import Chapters
import Display

/// What the page itself says, in the language of the chapter where we know it, else in English.
///
/// Numbers and names come from the run and are the same in every language.
struct Words: Sendable {
    /// The language that the words are in.
    let language: String
    let contents: String
    let skipToText: String
    let theme: String
    let foldAll: String
    let unfoldAll: String
    let copy: String
    let copied: String
    let sectionLink: String
    let code: String
    let cell: String
    let parameter: String
    let inChapter: String
    let inThisRun: String
    let runWith: String
    let notRun: String
    let notEvaluated: String
    let interrupted: String
    let timedOut: String
    let figureData: String
    let kerasLines: String
    let epoch: String
    let course: String
    let chapterSource: String
    let chapters: String
    /// How the run of a chapter ended, where that has to be said.
    let chapterEnd: @Sendable (IndexPage.Entry.End) -> String?
    /// Where a cell stands in the chapter.
    let line: @Sendable (Int) -> String
    let moreLines: @Sendable (Int) -> String
    let moreRows: @Sendable (Int) -> String
    let allEpochs: @Sendable (Int) -> String
    let epochsRestored: @Sendable (Int) -> String
    let evaluationRestored: String
    /// A number of bytes of text; a number of outputs.
    let bytesOfText: @Sendable (Int) -> String
    let outputs: @Sendable (Int) -> String
    /// What is not kept, in the middle of what a cell gave.
    let leftOut: @Sendable (String) -> String
    /// Name, first and last value.
    let fromTo: @Sendable (String, String, String) -> String

    /// The words for a BCP 47 language tag.
    static func `in`(_ language: String?) -> Words {
        let primary = language?.lowercased().split(separator: "-").first.map(String.init)
        return primary == "ko" ? .korean : .english
    }

    /// Why a cell shows less than it could.
    func note(on status: CellRecord.Status) -> String? {
        switch status {
        case .notRun: notRun
        case .notEvaluated: notEvaluated
        case .interrupted: interrupted
        case .timedOut: timedOut
        case .succeeded, .failed: nil
        }
    }

    /// What is not kept of what a cell gave.
    func note(on omission: Omission) -> String {
        let bytes = omission.bytes > 0 ? [bytesOfText(omission.bytes)] : []
        let outputs = omission.outputs > 0 ? [self.outputs(omission.outputs)] : []
        return leftOut((bytes + outputs).joined(separator: ", "))
    }

    /// What a curve shows, in words.
    func curve(of name: String, _ values: [Double]) -> String {
        fromTo(name, NumberText.metric(values.first ?? .nan), NumberText.metric(values.last ?? .nan))
    }
}

extension Words {
    static let english = Words(
        language: "en", contents: "Contents", skipToText: "Skip to the text", theme: "Light or dark",
        foldAll: "Fold all code", unfoldAll: "Show all code", copy: "Copy", copied: "Copied",
        sectionLink: "Link to this section", code: "Code", cell: "Cell",
        parameter: "Parameter", inChapter: "In the chapter", inThisRun: "In this run", runWith: "Run with",
        notRun: "Not run: an earlier cell failed.", notEvaluated: "Shown only: this cell is not meant to run.",
        interrupted: "Interrupted.", timedOut: "Stopped: it took longer than it may.",
        figureData: "The numbers behind this figure", kerasLines: "As text", epoch: "Epoch", course: "Curve",
        chapterSource: "The chapter as it was written", chapters: "Chapters",
        chapterEnd: { end in
            switch end {
            case .succeeded: nil
            case .cellFailed: "a cell failed"
            case .notRun: "was not run"
            case .missing: "there is no such chapter"
            case .unwritten: "the report could not be written"
            case .timedOut: "a cell took longer than it may"
            case .interrupted: "was interrupted"
            case .died: "the session died"
            }
        },
        line: { "line \($0)" }, moreLines: { "\(NumberText.grouped($0)) more lines" },
        moreRows: { "\(NumberText.grouped($0)) more rows" },
        allEpochs: { "All \(NumberText.grouped($0)) epochs" },
        epochsRestored: { "\(NumberText.grouped($0)) \($0 == 1 ? "epoch" : "epochs") restored" },
        evaluationRestored: "evaluation restored",
        bytesOfText: { "\(NumberText.grouped($0)) \($0 == 1 ? "byte" : "bytes") of text" },
        outputs: { "\(NumberText.grouped($0)) \($0 == 1 ? "output" : "outputs")" },
        leftOut: { "Left out here, from the middle of what the cell gave: \($0)." },
        fromTo: { "\($0): from \($1) to \($2)" })

    static let korean = Words(
        language: "ko", contents: "차례", skipToText: "본문으로 건너뛰기", theme: "밝게 또는 어둡게",
        foldAll: "코드 모두 접기", unfoldAll: "코드 모두 펼치기", copy: "복사", copied: "복사됨",
        sectionLink: "이 절로 가는 링크", code: "코드", cell: "셀",
        parameter: "매개변수", inChapter: "원고의 값", inThisRun: "이번 실행의 값", runWith: "실행 조건",
        notRun: "실행되지 않음: 앞의 셀이 실패했습니다.", notEvaluated: "보기용 셀: 실행하지 않습니다.",
        interrupted: "중단되었습니다.", timedOut: "제한 시간을 넘겨 멈추었습니다.",
        figureData: "그림에 쓰인 수치", kerasLines: "텍스트로 보기", epoch: "에폭", course: "추이",
        chapterSource: "이 장의 원고", chapters: "장 목록",
        chapterEnd: { end in
            switch end {
            case .succeeded: nil
            case .cellFailed: "실패한 셀이 있습니다"
            case .notRun: "실행되지 않았습니다"
            case .missing: "원고가 없습니다"
            case .unwritten: "보고서를 저장하지 못했습니다"
            case .timedOut: "제한 시간을 넘긴 셀이 있습니다"
            case .interrupted: "중단되었습니다"
            case .died: "세션이 비정상 종료되었습니다"
            }
        },
        line: { "\($0)번째 줄" }, moreLines: { "나머지 \(NumberText.grouped($0))줄" },
        moreRows: { "나머지 \(NumberText.grouped($0))행" },
        allEpochs: { "전체 \(NumberText.grouped($0)) 에폭" },
        epochsRestored: { "복원된 에폭 \(NumberText.grouped($0))개" }, evaluationRestored: "복원된 평가",
        bytesOfText: { "텍스트 \(NumberText.grouped($0))바이트" }, outputs: { "출력 \(NumberText.grouped($0))개" },
        leftOut: { "이 셀의 출력이 많아 가운데를 생략했습니다: \($0)." },
        fromTo: { "\($0): \($1)에서 \($2)까지" })
}
