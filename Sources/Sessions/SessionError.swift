/// Why no session could be had, or why it is lost.
public enum SessionError: Error, Equatable {
    case noToolchain(searched: String)
    case incompleteInstallation(missing: String)
    case cannotStart(program: String, code: Int32)
    case cannotWrite(path: String, code: Int32)
    case cannotLink(message: String)
    case hostDidNotStart(message: String)
}

extension SessionError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noToolchain(let searched):
            "there is no Swift compiler in \(searched); cells are compiled by the toolchain that nbrun was built with"
        case .incompleteInstallation(let missing):
            "nbrun's installation is incomplete: \(missing) is missing; run 'make install' again"
        case .cannotStart(let program, let code): "\(program) cannot be started: \(systemMessage(code))"
        case .cannotWrite(let path, let code): "\(path) cannot be written: \(systemMessage(code))"
        case .cannotLink(let message): "a cell cannot be linked: \(message)"
        case .hostDidNotStart(let message): "the session's process did not start: \(message)"
        }
    }
}
