import Foundation

/// What every cell is compiled with, apart from its text and the cells before it: fingerprints.
public struct CompilationEnvironment: Codable, Equatable, Sendable {
    let compiler: String
    let prelude: String
    let options: String

    /// All of it as one fingerprint, which is part of every module's name.
    var digest: String { ContentHash.of([compiler, prelude, options]) }
}

extension CompilationEnvironment {
    init(_ toolchain: Toolchain, _ installation: Installation, options: [String]) {
        compiler = ContentHash.of([toolchain.identity])
        prelude = ContentHash.of(FileManager.default.contents(atPath: installation.prelude) ?? Data())
        self.options = ContentHash.of(options)
    }
}
