import Foundation

/// Where reports go: a folder, or one file.
struct OutputLocation: Equatable {
    let path: String
    let isFolder: Bool

    /// A path that ends in `/`, an existing folder, or a name without the ending of a format is a folder.
    init(_ path: String) {
        self.path = path
        var isDirectory: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
        isFolder = exists ? isDirectory.boolValue : path.hasSuffix("/") || ReportFormat(endingOf: path) == nil
    }

    /// The format that a file's name asks for.
    var format: ReportFormat? { isFolder ? nil : ReportFormat(endingOf: path) }

    /// The folder that the reports are in.
    var folder: String {
        let folder = isFolder ? path : FilePath.folder(of: path)
        return folder.isEmpty ? "." : folder
    }

    /// The path of a chapter's report; beside a file of another format, one with the ending of its own.
    func report(of chapter: String, as format: ReportFormat = .html) -> String {
        guard isFolder else {
            return self.format ?? .html == format
                ? path : "\((path as NSString).deletingPathExtension).\(format.rawValue)"
        }
        let name = ((chapter as NSString).lastPathComponent as NSString).deletingPathExtension
        return (path as NSString).appendingPathComponent("\(name).\(format.rawValue)")
    }

    /// The name of the folder beside a report that its figures go to.
    static func figureFolder(of report: String) -> String {
        ((report as NSString).lastPathComponent as NSString).deletingPathExtension + "_files"
    }

    /// The path of that folder.
    static func figureFolderPath(of report: String) -> String {
        (FilePath.folder(of: report) as NSString).appendingPathComponent(figureFolder(of: report))
    }

    /// The path of a chapter's run record, beside its report. Names that end so are nbrun's alone.
    func runRecord(of chapter: String) -> String {
        (report(of: chapter) as NSString).deletingPathExtension + ".nbrun.json"
    }

    /// Where run records are read: the newest, and the one that an older nbrun wrote, whose name may be an author's.
    func runRecords(of chapter: String) -> [String] {
        [runRecord(of: chapter), (report(of: chapter) as NSString).deletingPathExtension + ".json"]
    }

    /// The path of the list of several reports.
    var index: String { (folder as NSString).appendingPathComponent("index.html") }
}
