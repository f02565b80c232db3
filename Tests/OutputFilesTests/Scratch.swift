import Foundation

/// A folder that goes with its test.
final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "output-files-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

    func text(_ name: String) -> String? { try? String(contentsOfFile: self(name), encoding: .utf8) }

    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? [] }

    func permissions(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: self(name))[.posixPermissions] as? Int
    }
}
