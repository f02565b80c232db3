import Foundation

/// The folder of one run: what the compiler reads and writes. It is removed when the run is over.
///
/// A run that is killed leaves its folder behind; its lock is free then, and the next run removes it.
struct WorkFolder: Sendable {
    let path: String
    /// Held for as long as the folder is needed.
    private let lock: Int32

    /// The modules that the compiler finds: links to the Prelude's, and the cells' own.
    var modules: String { "\(path)/modules" }
    /// The map of empty modules that stand for the Prelude's C libraries.
    var foreignModules: String { "\(path)/foreign.modulemap" }
    /// What stood where cells write, as long as they may be undone.
    var journal: String { "\(path)/journal" }
    /// What the compiler makes of C headers, where nothing can be kept between runs.
    var headers: String { "\(path)/headers" }

    /// Makes the folder under the system's temporary one.
    ///
    /// - Throws: `SessionError.cannotWrite`.
    init(for installation: Installation) throws(SessionError) {
        let base = TemporaryFolder.path
        Self.removeAbandoned(in: base)
        (path, lock) = try Self.makeLockedFolder(in: base)
        _ = try makeFolder("modules")
        for name in Installation.moduleNames {
            symlink("\(installation.modules)/\(name).swiftmodule", "\(modules)/\(name).swiftmodule")
        }
        let map = Installation.foreignModuleNames.map { "module \($0) {}\n" }.joined()
        try write(map, to: foreignModules)
    }

    /// Another run may take the folder for abandoned in the instant before it is locked, and remove it.
    private static func makeLockedFolder(in base: String) throws(SessionError) -> (path: String, lock: Int32) {
        while true {
            var template = Array("\(base)/nbrun-XXXXXX".utf8CString)
            guard mkdtemp(&template) != nil else { throw .cannotWrite(path: base, code: errno) }
            let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let lock = open("\(path)/\(lockName)", O_RDONLY | O_CREAT | O_CLOEXEC, 0o600)
            guard lock >= 0 else {
                guard errno == ENOENT else { throw .cannotWrite(path: path, code: errno) }
                continue
            }
            flock(lock, LOCK_EX)
            if access("\(path)/\(lockName)", F_OK) == 0 { return (path, lock) }
            close(lock)
        }
    }

    func makeFolder(_ name: String) throws(SessionError) -> String {
        let folder = "\(path)/\(name)"
        guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw problem(of: folder, code: errno) }
        return folder
    }

    func write(_ text: String, to file: String) throws(SessionError) {
        guard FileManager.default.createFile(atPath: file, contents: Data(text.utf8)) else {
            throw problem(of: file, code: errno)
        }
    }

    /// Where the folder is gone, that is the reason for whatever failed.
    private func problem(of file: String, code: Int32) -> SessionError {
        [ENOENT, ENOTDIR].contains(code) && !isWhole
            ? .workFolderLost(base: TemporaryFolder.path) : .cannotWrite(path: file, code: code)
    }

    /// Cells, and whoever tidies the system, may remove what a run still needs.
    private var isWhole: Bool { access(modules, F_OK) == 0 }

    /// Notes the time until which cells wrote files: what was written later is somebody else's, and stays.
    func noteEndOfSession() {
        close(open("\(journal)/ended", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600))
    }

    /// - Throws: `SessionError.workFolderLost`.
    func requireWhole() throws(SessionError) {
        if !isWhole { throw .workFolderLost(base: TemporaryFolder.path) }
    }

    /// - Throws: `SessionError.cannotWrite` where there is no room any more, `SessionError.workFolderLost`.
    func requireRoom() throws(SessionError) {
        try requireWhole()
        if let code = WritableFolder(path: path).problem { throw .cannotWrite(path: path, code: code) }
    }

    /// Removes it, unless commands were told that need it; without its lock, no later run takes it for abandoned.
    func remove() {
        guard !CommandTrace.isOn else {
            unlink("\(path)/\(Self.lockName)")
            close(lock)
            return
        }
        try? FileManager.default.removeItem(atPath: path)
        close(lock)
    }

    /// Says, too, that the folder is nbrun's: an author's may have a name like it.
    private static let lockName = ".nbrun-work-folder"

    /// Removes the folders of this person's runs that were killed.
    private static func removeAbandoned(in base: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
        for name in names where name.wholeMatch(of: /nbrun-[A-Za-z0-9]{6}/) != nil {
            let path = "\(base)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0, status.st_uid == geteuid(), status.st_mode & S_IFMT == S_IFDIR else {
                continue
            }
            let lock = open("\(path)/\(lockName)", O_RDONLY | O_CLOEXEC)
            guard lock >= 0 else { continue }
            if flock(lock, LOCK_EX | LOCK_NB) == 0 { try? FileManager.default.removeItem(atPath: path) }
            close(lock)
        }
    }
}
