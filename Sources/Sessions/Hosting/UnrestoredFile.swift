/// Something that a cell wrote and that is not as it was before, although the cell was undone.
enum UnrestoredFile: Equatable, Sendable {
    /// Somebody else has changed it since.
    case changed(path: String)
    /// It was too large to be kept, or it cannot be written.
    case lost(path: String)
    /// What was written by programs that a cell started.
    case programs

    init?(_ words: Substring) {
        let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
        switch (parts.first, parts.dropFirst().first) {
        case ("changed", let path?): self = .changed(path: path)
        case ("lost", let path?): self = .lost(path: path)
        case ("programs", nil): self = .programs
        default: return nil
        }
    }

    /// What a person should know before the cell runs again.
    var warning: String {
        switch self {
        case .changed(let path):
            "\(path) was changed since a cell wrote it; it stays as it is, and the cell that runs again finds it so"
        case .lost(let path):
            "\(path) cannot be made what it was before a cell wrote it; the cell that runs again finds it as it is"
        case .programs:
            "a cell that runs again started programs; the files that these wrote are as they left them"
        }
    }
}
