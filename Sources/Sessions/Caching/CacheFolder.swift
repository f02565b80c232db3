import Foundation

/// Where nbrun keeps what outlives a run: `$XDG_CACHE_HOME/nbrun`, or `~/.cache/nbrun`.
public enum CacheFolder {
    public static var path: String {
        let environment = ProcessInfo.processInfo.environment
        if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") { return "\(base)/nbrun" }
        return "\(environment["HOME"] ?? "/tmp")/.cache/nbrun"
    }

    /// What the compiler makes of C headers.
    static var modules: String { "\(path)/modules" }
    /// Compiled cells.
    static var cells: String { "\(path)/cells" }
    /// Trainings, which the session's process reads and writes.
    static var trainings: String { "\(path)/trainings" }
}
