import Glibc

/// Makes the folder that a file is going to lie in, and those around it, where they are missing.
///
/// - Throws: `FileProblem` of that file.
package func makeFolder(of path: String) throws(FileProblem) {
    let folder = FileDestination.folder(of: path)
    guard !isFolder(folder) else { return }
    if mkdir(folder, 0o777) == 0 { return }
    if errno == ENOENT || errno == ENOTDIR {
        do throws(FileProblem) { try makeFolder(of: folder) } catch {
            throw FileProblem(path: path, problem: error.problem)
        }
        if mkdir(folder, 0o777) == 0 { return }
    }
    if errno == EEXIST {
        // Another process may have been quicker, or it is a file.
        if isFolder(folder) { return }
        throw FileProblem(path: path, problem: "\(folder) is no folder")
    }
    throw FileProblem(path: path)
}

private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
