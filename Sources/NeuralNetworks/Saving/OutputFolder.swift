import Glibc

/// Makes the folder that a file is going to lie in, and those around it, where they are missing.
///
/// Where that cannot be, writing the file says why.
func makeFolder(of path: String) {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let folder = String(path[..<slash])
    guard mkdir(folder, 0o777) != 0, errno == ENOENT else { return }
    makeFolder(of: folder)
    mkdir(folder, 0o777)
}
