import Foundation

/// The one path of a place on the disk, whatever links and dots another one goes through; there need be nothing yet.
///
///     CanonicalPath.of("output/../a.md")   // "/home/me/a.md"
enum CanonicalPath {
    static func of(_ path: String) -> String { of(path, links: 0) }

    private static func of(_ path: String, links: Int) -> String {
        if let resolved = realpath(path, nil) {
            defer { free(resolved) }
            return String(cString: resolved)
        }
        let (folder, name) = parts(of: path)
        // A link to what is not there yet.
        if links < 40, let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
            return of(target.hasPrefix("/") ? target : "\(folder)/\(target)", links: links + 1)
        }
        guard folder != path else { return path }
        let parent = of(folder, links: links)
        // Steps through a folder that is made when something is written there.
        if name == "." { return parent }
        if name == ".." { return FilePath.folder(of: parent) }
        return parent == "/" ? "/\(name)" : "\(parent)/\(name)"
    }

    private static func parts(of path: String) -> (folder: String, name: String) {
        let name = (path as NSString).lastPathComponent
        let folder = FilePath.folder(of: path)
        return (folder.isEmpty ? "." : folder, name)
    }
}
