import Testing

@testable import Sessions

/// Names of the chapter's that a module has, too, which is imported only later.
@Suite struct AmbiguousNamesTests {
    @Test func `the chapter's own type hides one that is imported later`() throws {
        let run = try RunningChapter(cells: [
            "struct Data { var x = 1 }\nenum Date { case now }\nprotocol DataProtocol {}\nclass Process {}",
            "import Foundation\nlet d: Data = Data()\nvar all: [Data?] = [d]\nprint(d.x, all.count)",
            "print(Data(x: 2).x, Date.now, type(of: Process()))",
            "struct Mine: DataProtocol {}\nextension Data { var twice: Int { 2 * x } }\nfunc f(_ d: Data) -> Int { d.twice }\nf(Data())",
            "print(Mine() is any DataProtocol, URL(string: \"a/b\")!.lastPathComponent)",
        ])
        #expect(
            run.texts == ["", "1 1", "2 now Process", "2", "true b"], "\((1...5).map(run.frames(ofCell:)))")
    }

    @Test func `so does its function, and others of that name stay`() throws {
        let run = try RunningChapter(cells: [
            "func sqrt(_ x: Double) -> Double { -1 }\nfunc cos(_ x: Double) -> Double { -2 }", "import Foundation",
            "print(sqrt(4.0), sqrt(Float(4)), sin(0.0))\nprint(cos(0.0))", "let roots = [4.0].map(sqrt)\nroots",
        ])
        #expect(run.texts == ["", "", "-1.0 2.0 0.0\n-2.0", "[-1.0]"], "\((1...4).map(run.frames(ofCell:)))")
    }

    @Test func `several in one expression are the chapter's, and the root of a key path`() throws {
        let run = try RunningChapter(cells: [
            "func sin(_ x: Double) -> Double { -7 }\nfunc floor(_ x: Double) -> Double { 5 }\nstruct Data { var n = 3 }",
            "import Foundation", "let v = 2.0\nprint(sin(v) + sin(v), [v].map { floor($0) + sin($0) })",
            "print([Data()].map(\\Data.n))\nlet path: KeyPath<Data, Int> = \\Data.n\nprint(Data()[keyPath: path])",
        ])
        #expect(run.texts == ["", "", "-14.0 [-2.0]", "[3]\n3"], "\((1...4).map(run.frames(ofCell:)))")
    }

    @Test func `the latest declaration is meant, and an own one stays the cell's`() throws {
        let run = try RunningChapter(cells: [
            "struct URL { let n = 1 }", "struct URL { let n = 2 }", "import Foundation\nprint(URL().n)",
            "struct URL { let n = 3 }\nprint(URL().n)\nfunc date() -> Date { Date(timeIntervalSince1970: 0) }",
            "print(URL().n, date().timeIntervalSince1970)",
        ])
        #expect(run.texts == ["", "", "2", "3", "3 0.0"], "\((1...5).map(run.frames(ofCell:)))")
    }

    @Test(arguments: [
        ("private let secret = 3", "print(secret)", "secret", 13), ("fileprivate struct P {}", "let p: P?", "P", 20),
        ("private func g() -> Int { 4 }", "g()", "g", 14),
    ])
    func `a name that its cell keeps for itself is told with its place`(
        declaration: String, use: String, name: String, column: Int
    ) throws {
        let run = try RunningChapter(cells: [declaration, use])
        #expect(run.statuses == [.succeeded, .failed])
        let note = try #require(run.record.cells[1].diagnostics.first?.notes.first)
        #expect(note.message == "'\(name)' is private to its cell; declare it without that word")
        #expect(note.location?.line == 2)
        #expect(note.location?.column == column)
    }
}
