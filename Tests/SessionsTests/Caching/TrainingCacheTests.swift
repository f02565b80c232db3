import Foundation
import Testing

@testable import Sessions

/// The runner's view of trainings: files with sizes and times.
@Suite struct TrainingCacheTests {
    private let folder = NSTemporaryDirectory() + "nbrun-trainings-test-\(UUID().uuidString)"

    private func write(_ name: String, bytes: Int, minutesAgo: Double = 0) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(count: bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -60 * minutesAgo)], ofItemAtPath: "\(folder)/\(name)")
    }

    private var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    @Test func aTrainingCountsOnceHoweverManyOfItsEpochsAreKept() throws {
        let cache = TrainingCache(folder: folder)
        #expect(cache.usage == CacheUsage(entries: 0, bytes: 0))
        try write("a.10.finished", bytes: 100)
        try write("a.25.finished", bytes: 100)
        try write("b.7.reached", bytes: 50)
        #expect(cache.usage == CacheUsage(entries: 2, bytes: 250))
        #expect(cache.clear() == CacheUsage(entries: 2, bytes: 250))
        #expect(cache.usage == CacheUsage(entries: 0, bytes: 0))
    }

    @Test func whatWasUnusedForLongestGoesFirst() throws {
        let cache = TrainingCache(folder: folder, limit: 2000)
        defer { cache.clear() }
        for (age, name) in ["new.1.finished", "middle.1.finished", "old.1.finished"].enumerated() {
            try write(name, bytes: 800, minutesAgo: Double(age))
        }
        cache.trim()
        #expect(names == ["middle.1.finished", "new.1.finished"])
        cache.trim()
        #expect(names.count == 2)
    }

    @Test func whatKilledRunsLeftUnfinishedGoesAfterAnHour() throws {
        let cache = TrainingCache(folder: folder)
        defer { cache.clear() }
        try write("a.2.reached.1x.partial", bytes: 10, minutesAgo: 61)
        try write("a.3.reached.2x.partial", bytes: 10, minutesAgo: 1)
        cache.trim()
        #expect(names == ["a.3.reached.2x.partial"])
    }
}
