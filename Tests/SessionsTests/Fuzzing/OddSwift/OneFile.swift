import Foundation

@testable import Sessions

/// Swift in one file, made a program by the compiler that compiles cells, with their options; once with and once without
/// the optimiser.
final class OneFile {
    private let folder: String
    private var compilations: [RunningCommand] = []
    private static let levels = ["-Onone", "-O"]

    /// Starts both compilations.
    init(_ text: String) throws {
        folder = NSTemporaryDirectory() + "nbrun-one-file-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try text.write(toFile: "\(folder)/main.swift", atomically: true, encoding: .utf8)
        let compiler = "\(try Toolchain.find().root)/bin/swiftc"
        let arguments = ["\(folder)/main.swift", "-suppress-warnings", "-lm"] + CellCompiler.options
        compilations = try Self.levels.map { level in
            try Command(program: compiler, arguments: arguments + [level, "-o", "\(folder)/program\(level)"]).start()
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// What the programs print, and how they end where that is unusual; nil where they do not compile.
    func outputs() throws -> [String]? {
        let ends = compilations.map { $0.finish().status }
        guard ends.allSatisfy({ $0 == .exited(0) }) else { return nil }
        return try Self.levels.map { level in
            // Not for ever, whatever the program does.
            let run = try Command(program: "/usr/bin/timeout", arguments: ["60", "\(folder)/program\(level)"]).run()
            // Types print with the module's name where they stand in an enum's payload.
            let text = run.output.replacing("main.", with: "").trimmingCharacters(in: .newlines)
            return run.status == .exited(0) ? text : "\(text)\n(\(run.status))"
        }
    }
}
