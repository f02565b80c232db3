/// The folder that a chapter stands in. A parse asks it for the files that cells name; who runs chapters has the disk.
///
/// A name is a path from that folder, and never leads out of it.
public protocol ChapterFolder {
    /// The text of a file.
    func text(of name: String) throws(FileFault) -> String
    /// What tells a file's content from every other.
    func fingerprint(of name: String) throws(FileFault) -> String
}

/// Why a file that a cell names cannot be had.
public enum FileFault: Error, Equatable, Sendable {
    case missing(nearest: String?)
    case isFolder
    case outside
    case notText
    case unreadable(problem: String)
}

/// The folder of a chapter that is only a text.
public struct EmptyChapterFolder: ChapterFolder {
    public init() {}

    public func text(of name: String) throws(FileFault) -> String {
        throw .missing(nearest: nil)
    }

    public func fingerprint(of name: String) throws(FileFault) -> String {
        throw .missing(nearest: nil)
    }
}
