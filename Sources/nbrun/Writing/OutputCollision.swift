/// Why a file that a run is going to write cannot take its place.
enum OutputCollision: Error, Equatable {
    /// Two chapters, or a chapter and the list of them, have one report.
    case shared(path: String, first: String, second: String)
    /// Two reports whose names differ in case only are one file where names are kept without it.
    case differsInCase(path: String, other: String)
    case namedTwice(chapter: String)
    case chapterItself(path: String)
    case otherChapter(path: String, chapter: String)
    /// A file that the chapter reads: one that a cell includes or depends on, or an image.
    case read(path: String, chapter: String)
    case another(path: String)
    case edited(path: String)

    var status: RunStatus {
        switch self {
        case .shared, .differsInCase, .namedTwice: .wrongUsage
        case .chapterItself, .otherChapter, .read, .another, .edited: .cannotWrite
        }
    }
}

extension OutputCollision: CustomStringConvertible {
    var description: String {
        switch self {
        case .shared(let path, let first, let second):
            "\(path) cannot be the report of both \(first) and \(second); run them one by one, each with an -o of its own"
        case .differsInCase(let path, let other):
            "\(path) and \(other) differ in case only and are one file on many disks; "
                + "run them one by one, each with an -o of its own, or give --force"
        case .namedTwice(let chapter): "\(chapter) is named twice; name it once"
        case .chapterItself(let path): "\(path) cannot be written: it is the chapter itself"
        case .otherChapter(let path, let chapter):
            "\(path) cannot be written: it is the chapter \(chapter); name another place with -o"
        case .read(let path, let chapter):
            "\(path) cannot be written: \(chapter) reads it; name another place with -o"
        case .another(let path):
            "\(path) cannot be written: a file is there that nbrun did not write; "
                + "name another place with -o, or replace it with --force"
        case .edited(let path):
            "\(path) cannot be written: it was changed after nbrun wrote it; "
                + "name another place with -o, or replace it with --force"
        }
    }
}

/// All that keeps a run from writing what it is going to write.
struct OutputCollisions: Error {
    let all: [OutputCollision]

    var status: RunStatus { all.map(\.status).max() ?? .succeeded }
}

/// What could not be written of a run that is over; everything else is.
struct OutputProblems: Error {
    /// Each with its own words.
    let all: [any Error]
    /// Of the run as a whole.
    let status: RunStatus

    /// One sentence for each.
    var messages: [String] {
        all.flatMap { ($0 as? OutputCollisions)?.all.map { "\($0)" } ?? ["\($0)"] }
    }
}
