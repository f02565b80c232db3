/// Why no session could be had, or why it is lost.
public enum SessionError: Error, Equatable {
    case noToolchain(missing: String)
    /// nbrun's modules are from another compiler than the one that is there.
    case otherCompiler(root: String, version: String)
    case incompleteInstallation(missing: String)
    case cannotStart(program: String, code: Int32)
    /// A temporary file.
    case cannotWrite(path: String, code: Int32)
    case cannotLink(message: String)
    /// The folder of the run, in the system's temporary one.
    case workFolderLost(base: String)
    /// Shared libraries that the Prelude asks for.
    case missingLibraries([String])
    case hostDidNotStart(message: String)
    case interruptedAtStart
    /// Of descriptors, as `ulimit -n` tells.
    case tooFewDescriptors(limit: Int, needed: Int)
}

extension SessionError {
    /// Whether a place to write to would mend it.
    var isForWantOfRoom: Bool {
        if case .cannotWrite = self { true } else { false }
    }
}

extension SessionError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noToolchain(let missing):
            "\(missing) is missing; cells are compiled by the Swift toolchain that nbrun was built with: install it again "
                + "(https://www.swift.org/install/linux/), or build nbrun with the one that is there"
        case .otherCompiler(let root, let version):
            "nbrun was built with another compiler than the one in \(root), which is \(version) now; build nbrun with it again"
        case .incompleteInstallation(let missing):
            "nbrun's installation is incomplete: \(missing) is missing; run 'make install' again"
        case .cannotStart(let program, let code): "\(program) cannot be started: \(systemMessage(code))"
        case .cannotWrite(let path, let code):
            "\(path) cannot be written: \(systemMessage(code)); set TMPDIR to a folder with room for temporary files"
        case .cannotLink(let message): "a cell cannot be linked: \(message)"
        case .workFolderLost(let base):
            "nbrun's own files in \(base) were removed while it ran; remove only what the chapter's cells have made"
        case .missingLibraries(let names):
            "\(names.joined(separator: ", ")) cannot be found, which cells need; "
                + "apt-get install \(SystemLibraries.packages(of: names).joined(separator: " "))"
        case .hostDidNotStart(let message): "the session's process did not start: \(message)"
        case .interruptedAtStart: "interrupted before the session's process was ready"
        case .tooFewDescriptors(let limit, let needed):
            "only \(limit) files may be open at a time, but nbrun needs \(needed); raise the limit, as by 'ulimit -n 1024'"
        }
    }
}
