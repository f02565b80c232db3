import Foundation
import Fuzzing
import Testing

@testable import Sessions

/// Each cell is a module of its own, which Swift treats otherwise than a part of one file in many small ways; a reader of a
/// chapter knows nothing of that.
///
/// 1. Chapters are made by chance (`OddChapter`) and compared with the same text as one file, where that compiles: they
///    print the same. Where the optimiser changes what the file prints, the chapter prints one of both.
/// 2. With `TORTURE` set there are 200 chapters; `FUZZING_INPUT=NUMBER` tries one alone.
@Suite("11. Fuzzing: odd Swift over several cells")
struct OddSwiftFuzzing {
    private let numbers: ClosedRange<Int> = {
        let only = ProcessInfo.processInfo.environment["FUZZING_INPUT"].flatMap { Int($0) }
        return only.map { $0...$0 } ?? 0...(isTorture ? 199 : 7)
    }()

    @Test func `a chapter of odd Swift prints what the same text prints as one file`() throws {
        var findings: [String] = []
        var compared = 0
        for number in numbers where findings.count < 10 {
            let chapter = OddChapter(number)
            let file = try OneFile(chapter.file)
            let run = try RunningChapter(chapter.markdown)
            guard let expected = try file.outputs() else { continue }
            compared += 1
            if let finding = finding(run, expected) {
                findings.append("\(chapter.name): \(finding)\n\(chapter.markdown)")
            }
        }
        #expect(findings == [])
        // Chapters that are no Swift would say nothing.
        #expect(compared * 20 >= numbers.count * 19)
    }

    private func finding(_ run: RunningChapter, _ expected: [String]) -> String? {
        let printed = run.texts.filter { !$0.isEmpty }.joined(separator: "\n")
        if let failed = run.statuses.firstIndex(where: { $0 != .succeeded }) {
            return "cell \(failed + 1) \(run.statuses[failed])\n\(run.frames(ofCell: failed + 1))"
        }
        return expected.contains(printed) ? nil : "printed\n\(printed)\ninstead of\n\(expected[0])"
    }
}
