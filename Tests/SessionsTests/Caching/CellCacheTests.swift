import Chapters
import Foundation
import Testing

@testable import Sessions

/// A compiled cell is made once; what is damaged is made again.
@Suite struct CellCacheTests {
    private let folder = NSTemporaryDirectory() + "nbrun-cache-test-\(UUID().uuidString)"

    private func run(_ cells: [String], cache: CellCache) throws -> RunRecord {
        let markdown = cells.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n")
        let chapter = try Chapter(parsing: markdown, path: "a.md")
        var record = try Session(cache: cache).run(chapter, options: .goingOnAfterFailures) { _ in }
        for index in record.cells.indices { record.cells[index].duration = nil }
        return record
    }

    private let cells = ["let x = 41\nfunc unused() { let y = 1 }", "x + 1", "let z: Int = \"\"", "[x][4]"]

    @Test func aSecondRunGivesTheSameFromTheCache() throws {
        let cache = CellCache(folder: folder)
        defer { cache.clear() }
        let first = try run(cells, cache: cache)
        let usage = cache.usage
        // The third is rejected with an earlier cell closed, and then with all of them open.
        #expect(usage.entries == 5)
        #expect(try run(cells, cache: cache) == first)
        #expect(cache.usage == usage)
    }

    @Test func onlyWhatFollowsAnEditIsCompiledAgain() throws {
        let cache = CellCache(folder: folder)
        defer { cache.clear() }
        _ = try run(["let a = 1", "let b = a", "a + b"], cache: cache)
        let record = try run(["let a = 1", "let b = a + 1", "a + b"], cache: cache)
        #expect(record.cells[2].outputs == [.text("3")])
        #expect(cache.usage.entries == 5)
    }

    @Test(arguments: ["library", "module", "messages", "seal"])
    func aDamagedEntryIsMadeAgain(file: String) throws {
        let cache = CellCache(folder: folder)
        defer { cache.clear() }
        let first = try run(["let x = 1", "x + 1"], cache: cache)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let path = URL(fileURLWithPath: "\(folder)/\(name)/\(file)")
            var data = try Data(contentsOf: path)
            data.append(0)
            try data.write(to: path)
        }
        #expect(try run(["let x = 1", "x + 1"], cache: cache) == first)
        #expect(cache.usage.entries == 2)
        #expect(cache.takeDamaged().count == 2)
        #expect(cache.takeDamaged() == [])
    }

    @Test func anotherCellsEntryIsNoEntry() throws {
        let cache = CellCache(folder: folder)
        defer { cache.clear() }
        cache.keep(.init(messages: "one"), named: "one")
        try FileManager.default.moveItem(atPath: "\(folder)/one", toPath: "\(folder)/other")
        #expect(cache.entry(named: "other") == nil)
        #expect(cache.takeDamaged() == ["other"])
        #expect(cache.keep(.init(messages: "other"), named: "other"))
        #expect(cache.entry(named: "other") == .init(messages: "other"))
    }

    @Test func whatWasNeverFinishedGivesWay() throws {
        let cache = CellCache(folder: folder)
        defer { cache.clear() }
        try FileManager.default.createDirectory(atPath: "\(folder)/one/library", withIntermediateDirectories: true)
        #expect(cache.entry(named: "one") == nil)
        cache.keep(.init(messages: "one"), named: "one")
        #expect(cache.entry(named: "one") == .init(messages: "one"))
    }

    @Test func whatWasUnusedForLongestGoesFirst() throws {
        let cache = CellCache(folder: folder, limit: 2000)
        defer { cache.clear() }
        for (age, name) in ["old", "middle", "new"].enumerated() {
            cache.keep(.init(messages: String(repeating: "x", count: 800)), named: name)
            let date = Date(timeIntervalSinceNow: Double(age - 10) * 60)
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: "\(folder)/\(name)")
        }
        _ = cache.entry(named: "old")
        cache.trim()
        #expect(cache.entry(named: "middle") == nil)
        #expect(cache.entry(named: "old") != nil)
    }

    @Test func theLimitIsSeenToAfterOneEntryInSixteen() throws {
        let cache = CellCache(folder: folder, limit: 2000)
        defer { cache.clear() }
        let keep = { (name: String) in
            #expect(cache.keep(.init(messages: String(repeating: "x", count: 800)), named: name))
            cache.tidy()
        }
        for digit in "123456789abcdef" { keep("cell-\(digit)") }
        #expect(cache.usage.entries == 15)
        keep("cell-0")
        #expect(cache.usage.entries == 1)
        cache.tidy()
    }

    @Test func aCacheThatCannotBeWrittenIsNoError() throws {
        let cache = CellCache(folder: "/proc/no-such-folder")
        let record = try run(["1 + 1"], cache: cache)
        #expect(record.cells[0].outputs == [.text("2")])
    }
}
