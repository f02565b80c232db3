import Foundation
import Sessions

/// Who wrote the file at a path.
///
/// 1. A file whose seal is intact is nbrun's, wherever it came from.
/// 2. A file whose seal is broken was edited.
/// 3. A file without a seal is an older nbrun's where the run record beside it tells its content, or where it is a page
///    with nbrun's name in its head and no run record says otherwise.
/// 4. Whatever else is there is another's, an empty file too.
enum FileOrigin: Equatable {
    /// There is no regular file; that something else is there is told by whoever tries to write.
    case nothing
    case nbrun
    /// nbrun wrote it, and somebody changed it since.
    case edited
    case another

    /// - Parameter recorded: the fingerprints that run records have for the path; empty where none has it.
    init(of path: String, recorded: [String] = []) {
        let path = CanonicalPath.of(path)
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            self = .nothing
            return
        }
        guard let data = RegularFile.contents(of: path) else {
            self = .another
            return
        }
        self.init(of: data, recorded: recorded)
    }

    init(of data: Data, recorded: [String] = []) {
        switch Seal.state(of: data) {
        case .intact: self = .nbrun
        case .broken: self = .edited
        case .absent where !recorded.isEmpty:
            self = recorded.contains(FileFingerprint.of(data)) ? .nbrun : .edited
        case .absent: self = Self.isOlderPage(data) ? .nbrun : .another
        }
    }

    /// Pages had no seal before they had one.
    private static func isOlderPage(_ data: Data) -> Bool {
        let head = String(decoding: data.prefix(1000), as: UTF8.self)
        return head.hasPrefix("<!DOCTYPE html>\n<html lang=")
            && head.contains("\n<meta name=\"generator\" content=\"nbrun\">\n")
    }
}
