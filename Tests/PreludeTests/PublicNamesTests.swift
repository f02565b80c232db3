import Foundation
import Testing

@Suite struct PublicNamesTests {
    private let names: PublicNames

    init() throws {
        names = try PublicNames()
    }

    @Test func `no name is exported by two modules`() {
        #expect(names.types.count > 150 && names.types["Tensor"] == ["Tensors"] && names.values["exp"] == ["Tensors"])
        #expect(names.types.filter { $0.value.count > 1 }.keys.sorted() == [])
        #expect(names.values.filter { $0.value.count > 1 }.keys.sorted() == [])
        #expect(Set(names.types.keys).intersection(names.values.keys) == [])
    }

    /// A cell that imports Foundation sees both under one name, and an author means Swift's.
    @Test func `no name hides one of Swift's or Foundation's`() throws {
        let types = names.types.keys.sorted(), values = names.values.keys.sorted()
        #expect(
            try Self.known(types: ["Date", "Task", "Tensor"], values: ["print", "plt"]) == ["Date", "Task", "print"])
        #expect(try Self.known(types: types, values: values) == Self.ofNumbers)
    }

    /// These take a tensor, or what Swift's take, and are told apart by that.
    private static let ofNumbers = [
        "abs", "cos", "exp", "log", "log10", "log2", "pow", "sin", "sqrt", "tan", "tanh",
    ]

    /// Which of these names the compiler finds without the Prelude.
    private static func known(types: [String], values: [String]) throws -> [String] {
        let lines =
            ["import Dispatch", "import Foundation"]
            + types.enumerated().map { "private typealias Type\($0) = \($1)" }
            + values.enumerated().map { "private let value\($0) = \($1)" }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("names-\(UUID()).swift")
        defer { try? FileManager.default.removeItem(at: file) }
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        let compiler = Process()
        let messages = Pipe()
        compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        compiler.arguments = ["swiftc", "-typecheck", file.path]
        compiler.standardError = messages
        try compiler.run()
        let text = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        compiler.waitUntilExit()
        return types.filter { !text.contains("cannot find type '\($0)' in scope") }
            + values.filter { !text.contains("cannot find '\($0)' in scope") }
    }
}
