import Testing

@testable import Sessions

/// `await` at the top level of a cell.
@Suite struct WaitingTests {
    private let declarations = """
        enum Oops: Error { case small(Int), large }
        func load(_ n: Int) async throws(Oops) -> Int {
            if n > 9 { throw .large }
            if n < 0 { throw .small(n) }
            return n * 2
        }
        """

    @Test func `what it throws keeps its type`() throws {
        let run = try RunningChapter(cells: [
            declarations,
            "do { print(try await load(-3)) } catch { if case .small(let n) = error { print(\"small\", n) } }",
            "for n in [2, 20] {\n    do { print(try await load(n)) } catch { print(error) }\n}",
            "var seen = 0\ndo { seen = try await load(4) } catch .large { seen = -1 } catch { seen = -2 }\nseen",
        ])
        #expect(run.statuses.allSatisfy { $0 == .succeeded })
        #expect(Array(run.texts[1...]) == ["small -3", "4\nlarge", "8"])
    }

    @Test func `a value that can't be copied can be waited for`() throws {
        let run = try RunningChapter(cells: [
            "struct Token: ~Copyable { var id = 7 }\nfunc token(_ id: Int) async throws -> Token { Token(id: id) }",
            "let t = try await token(3)\nprint(t.id)", "t.id + 1",
        ])
        #expect(run.statuses.allSatisfy { $0 == .succeeded })
        #expect(run.texts == ["", "3", "4"])
    }
}
