import Foundation

/// The files that a run is going to write, and those that must outlive it.
///
/// 1. No file is the output of two chapters, also where names differ in case only.
/// 2. No output is a chapter of the run, a file that its own chapter reads, or one that another chapter of the run reads and
///    nbrun did not write, whatever the command line says.
/// 3. A file that is there is replaced only if nbrun wrote it and nobody has changed it since, or by `--force`.
///
/// Paths are compared by where they lead.
struct OutputPlan {
    /// What a chapter reads and writes; the list of chapters is an entry that reads nothing.
    struct Entry {
        /// As the command line has it.
        let chapter: String
        /// The files that its cells include or depend on, and its images.
        var read: [String] = []
        /// What is written if the run gets so far.
        var outputs: [String] = []
        /// Who wrote what is there.
        var origin: (String) -> FileOrigin = { FileOrigin(of: $0) }
    }

    let entries: [Entry]
    /// The chapters' own files.
    let chapters: [String]
    let isForced: Bool

    /// In the order of the command line; empty where the run can begin.
    var collisions: [OutputCollision] {
        let twice = namedTwice
        guard twice.isEmpty else { return twice }
        let chapters = Dictionary(chapters.map { (CanonicalPath.of($0), $0) }) { first, _ in first }
        var writers: [String: Writer] = [:]
        let readers = readers
        return entries.flatMap { entry in
            return entry.outputs.compactMap { path in
                let writer = Writer(chapter: entry.chapter, path: path, place: CanonicalPath.of(path))
                let earlier = writers.updateValue(writer, forKey: writer.place.withoutCase)
                // Chapters have reports of the same formats: where they share one, they share all, and are told once.
                let other = path == entry.outputs.first ? earlier : nil
                return other.flatMap { collision(of: writer, with: $0) }
                    ?? chapters[writer.place].map { collision(of: writer, withChapter: $0) }
                    ?? collision(of: writer, withReaders: readers[writer.place] ?? [], entry.origin)
                    ?? (isForced ? nil : OutputCollision(of: path, from: entry.origin(path)))
            }
        }
    }

    private struct Writer {
        let chapter: String
        let path: String
        /// Where the path leads.
        let place: String
    }

    /// The chapters that read a file, by where it is.
    private var readers: [String: [String]] {
        entries.reduce(into: [:]) { readers, entry in
            for place in Set(entry.read.map(CanonicalPath.of)) { readers[place, default: []].append(entry.chapter) }
        }
    }

    /// A later chapter may well read what nbrun writes for an earlier one.
    private func collision(
        of writer: Writer, withReaders readers: [String], _ origin: (String) -> FileOrigin
    ) -> OutputCollision? {
        if readers.contains(writer.chapter) { return .read(path: writer.path, chapter: writer.chapter) }
        guard let reader = readers.first, ![.nothing, .nbrun].contains(origin(writer.path)) else { return nil }
        return .read(path: writer.path, chapter: reader)
    }

    private var namedTwice: [OutputCollision] {
        var places: Set<String> = []
        return chapters.filter { !places.insert(CanonicalPath.of($0)).inserted }.map { .namedTwice(chapter: $0) }
    }

    private func collision(of writer: Writer, with earlier: Writer) -> OutputCollision? {
        if writer.place == earlier.place {
            return .shared(path: writer.path, first: earlier.chapter, second: writer.chapter)
        }
        return isForced ? nil : .differsInCase(path: writer.path, other: earlier.path)
    }

    private func collision(of writer: Writer, withChapter chapter: String) -> OutputCollision {
        CanonicalPath.of(writer.chapter) == writer.place
            ? .chapterItself(path: writer.path) : .otherChapter(path: writer.path, chapter: chapter)
    }
}

extension OutputCollision {
    /// - Returns: nil where the file may be replaced.
    init?(of path: String, from origin: FileOrigin) {
        switch origin {
        case .nothing, .nbrun: return nil
        case .edited: self = .edited(path: path)
        case .another: self = .another(path: path)
        }
    }
}

extension String {
    /// The same for two names that a disk without case takes for one.
    fileprivate var withoutCase: String {
        folding(options: .caseInsensitive, locale: nil).precomposedStringWithCanonicalMapping
    }
}
