/// Why nothing can be kept between runs.
public enum CacheFolderProblem: Error, Equatable, Sendable {
    case cannotMake(path: String, code: Int32)
    case cannotWrite(path: String, code: Int32)
    /// What somebody else can change is not run.
    case belongsToAnother(path: String)
}

extension CacheFolderProblem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotMake(let path, let code):
            "\(path) cannot be made: \(systemMessage(code)); set XDG_CACHE_HOME to a folder that can be written"
        case .cannotWrite(let path, let code):
            "\(path) cannot be written: \(systemMessage(code)); set XDG_CACHE_HOME to a folder that can be written"
        case .belongsToAnother(let path):
            "\(path) belongs to another user; set XDG_CACHE_HOME to a folder of your own"
        }
    }
}
