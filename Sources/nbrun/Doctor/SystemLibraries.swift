import Foundation

/// The libraries that a shared library asks for.
struct SystemLibraries {
    /// Those that the loader does not find.
    let missing: [String]

    init(of library: String) {
        let loader = Process()
        let output = Pipe()
        loader.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        loader.arguments = ["ldd", library]
        loader.standardOutput = output
        loader.standardError = FileHandle.nullDevice
        guard (try? loader.run()) != nil else {
            missing = []
            return
        }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        loader.waitUntilExit()
        missing = text.split(separator: "\n").filter { $0.hasSuffix("=> not found") }
            .map { $0.split(separator: " ")[0].trimmingCharacters(in: .whitespaces) }
    }
}
