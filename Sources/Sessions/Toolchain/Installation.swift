import Foundation

/// Where the pieces are that cells need: beside nbrun in a build folder, or in `../lib/nbrun` once installed.
public struct Installation: Equatable, Sendable {
    /// The folder with `libPrelude.so`, `nbrun-host` and `Modules`.
    public let folder: String

    /// - Throws: `SessionError.incompleteInstallation` that names the missing file.
    public static func find() throws(SessionError) -> Installation {
        try Installation(folder: expectedFolder)
    }

    private static let expectedFolder: String = {
        let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let installed = executable.deletingLastPathComponent().appendingPathComponent("lib/nbrun")
        let isInstalled = FileManager.default.fileExists(atPath: installed.path)
        return (isInstalled ? installed : executable).path
    }()

    /// The path at which the host has to be; programs are started through it.
    static let expectedHost = hostPath(in: expectedFolder)

    /// - Throws: `SessionError.incompleteInstallation` that names the missing file.
    public init(folder: String) throws(SessionError) {
        self.folder = folder
        for path in [host, prelude] + Self.moduleNames.map({ "\(modules)/\($0).swiftmodule" }) {
            guard FileManager.default.fileExists(atPath: path) else { throw .incompleteInstallation(missing: path) }
        }
    }

    /// The modules that a cell sees, and those that they stand on.
    public static let moduleNames = [
        "Prelude", "Display", "JSONCoding", "OutputFiles", "Tensors", "NeuralNetworks", "Datasets", "Plots",
    ]

    /// The C modules inside of them. The compiler asks that they exist, but no cell uses them: empty ones serve.
    static let foreignModuleNames = ["COneDNN", "CKernels", "COpenSSL", "CZlib", "CPNG", "CXXHash"]

    /// The shared library that every cell stands on.
    public var library: String { prelude }

    var host: String { Self.hostPath(in: folder) }
    var prelude: String { "\(folder)/libPrelude.so" }
    var modules: String { "\(folder)/Modules" }

    private static func hostPath(in folder: String) -> String { "\(folder)/nbrun-host" }
}
