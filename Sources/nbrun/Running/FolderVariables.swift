import Foundation

/// Environment variables that name folders which cells read.
///
/// A relative path in the environment is one from the shell's folder, as it is for every program; cells run in the
/// chapter's.
enum FolderVariables {
    private static let names = ["FASHION_MNIST_FOLDER"]

    static func makeAbsolute() {
        for name in names {
            guard let path = ProcessInfo.processInfo.environment[name], !path.isEmpty, !path.hasPrefix("/") else {
                continue
            }
            setenv(name, "\(FileManager.default.currentDirectoryPath)/\(path)", 1)
        }
    }
}
