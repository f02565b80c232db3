import Foundation

/// Where reports go: a folder, or one file.
struct OutputLocation: Equatable {
    let path: String
    let isFolder: Bool

    /// A path that ends in `/`, an existing folder, or a name without `.html` is a folder.
    init(_ path: String) {
        self.path = path
        var isDirectory: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
        isFolder = exists ? isDirectory.boolValue : path.hasSuffix("/") || !path.lowercased().hasSuffix(".html")
    }

    /// The folder that the reports are in.
    var folder: String {
        let folder = isFolder ? path : (path as NSString).deletingLastPathComponent
        return folder.isEmpty ? "." : folder
    }

    /// The path of a chapter's report.
    func report(of chapter: String) -> String {
        guard isFolder else { return path }
        let name = ((chapter as NSString).lastPathComponent as NSString).deletingPathExtension
        return (path as NSString).appendingPathComponent("\(name).html")
    }

    /// The path of a chapter's run record, beside its report.
    func runRecord(of chapter: String) -> String {
        (report(of: chapter) as NSString).deletingPathExtension + ".json"
    }

    /// The path of the list of several reports.
    var index: String { (folder as NSString).appendingPathComponent("index.html") }
}
