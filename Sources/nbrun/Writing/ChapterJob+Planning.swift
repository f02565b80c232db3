import Chapters
import Foundation
import OutputFiles
import Sessions

extension ChapterJob {
    /// Finds out before anything runs what keeps the reports of several chapters from being written.
    ///
    /// A chapter that cannot be read is told when its turn comes.
    func collisions(of paths: [String], withIndex: Bool) -> OutputCollisions {
        var entries = paths.map { path in
            entry(of: path, try? ChapterFile(path: path, allowsOutside: allowsOutside).read { _ in })
        }
        if withIndex { entries.append(OutputPlan.Entry(chapter: "the list of chapters", outputs: [location.index])) }
        return OutputCollisions(all: OutputPlan(entries: entries, chapters: paths, isForced: isForced).collisions)
    }

    /// Finds out before a run whether its reports can be written: nobody wants to lose a training for a wrong path.
    ///
    /// - Throws: `OutputCollisions`, `FileProblem`.
    func checkReports(of read: ReadChapter) throws {
        let path = read.chapter.path
        let plan = OutputPlan(entries: [entry(of: path, read)], chapters: [path], isForced: isForced)
        let collisions = plan.collisions
        guard collisions.isEmpty else { throw OutputCollisions(all: collisions) }
        let reports = formats.map { location.report(of: path, as: $0) }
        for path in reports + [location.runRecord(of: path)] { try OutputFile.probe(path) }
    }

    private func entry(of path: String, _ read: ReadChapter?) -> OutputPlan.Entry {
        let record = location.runRecord(of: path)
        let earlier = earlierFiles(of: path)
        let pictures = read.map(plannedPictures) ?? [:]
        return OutputPlan.Entry(
            chapter: path, read: read.map { readFiles(of: $0, path: path) } ?? [],
            outputs: formats.map { location.report(of: path, as: $0) } + [record] + pictures.keys.sorted(),
            origin: { path in
                // No author has a run record's name, and a damaged one is made anew.
                if path == record { return .nothing }
                if let data = pictures[path], data == RegularFile.contents(of: path) { return .nbrun }
                return earlier.origin(of: path)
            })
    }

    /// The paths of the files that a chapter's cells include or depend on, and of its images.
    func readFiles(of read: ReadChapter, path: String) -> [String] {
        let folder = FilePath.folder(of: path) as NSString
        return (read.chapter.fileNames + read.images.map(\.name)).map {
            $0.hasPrefix("/") ? $0 : folder.appendingPathComponent($0)
        }
    }

    /// What earlier runs have written beside a chapter's reports.
    func earlierFiles(of chapter: String) -> EarlierFiles {
        EarlierFiles(
            records: location.runRecords(of: chapter),
            markdown: formats.contains(.md) ? location.report(of: chapter, as: .md) : nil)
    }

    /// The pictures of a report in Markdown, as far as they are known before the run, with their contents: the images of the
    /// prose, and as many figures as the cells speak of.
    private func plannedPictures(of read: ReadChapter) -> [String: Data?] {
        guard formats.contains(.md) else { return [:] }
        let folder =
            OutputLocation.figureFolderPath(of: location.report(of: read.chapter.path, as: .md)) as NSString
        var pictures: [String: Data?] = [:]
        for file in read.proseImages.files {
            pictures[folder.appendingPathComponent(file.name)] = read.data(of: file.image)
        }
        let sources = read.chapter.cells.filter(\.options.eval).map { ([$0.source] + $0.included.map(\.text)) }
        let count = sources.joined().reduce(0) { $0 + Self.figureCount(in: $1) }
        for number in 0..<count { pictures[folder.appendingPathComponent("figure-\(number + 1).svg")] = .some(nil) }
        return pictures
    }

    /// The places of a cell that show a figure, and its end where `plt` is left open; how often they run is not known before.
    private static func figureCount(in source: String) -> Int {
        let shown = source.matches(of: /\bplt\s*\.\s*(?:show\s*\(|current\b)/)
        let end = source.matches(of: /\bplt\s*\.\s*close\b/).last?.range.upperBound ?? source.startIndex
        let isLeftOpen = source[max(shown.last?.range.upperBound ?? end, end)...].contains(/\bplt\s*\./)
        return source.matches(of: /\bFigure\b/).count + shown.count + (isLeftOpen ? 1 : 0)
    }
}
