import Foundation
import OutputFiles
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

    @Test func whatKilledRunsLeftUnfinishedGoesAndWhatARunIsWritingStays() throws {
        let cache = TrainingCache(folder: folder)
        defer { cache.clear() }
        let unfinished = Leftovers.newName()
        try write(Leftovers.newName(), bytes: 10)
        try write(unfinished, bytes: 10)
        let growing = open("\(folder)/\(unfinished)", O_RDONLY | O_CLOEXEC)
        defer { close(growing) }
        #expect(flock(growing, LOCK_EX) == 0)
        #expect(cache.usage == CacheUsage(entries: 0, bytes: 0))
        cache.trim()
        #expect(names == [unfinished])
    }

    @Test func aTimeToComeCountsAsTheOldest() throws {
        let cache = TrainingCache(folder: folder, limit: 2000)
        defer { cache.clear() }
        try write("future.1.finished", bytes: 800, minutesAgo: -60 * 24 * 365 * 70)
        try write("new.1.finished", bytes: 800)
        try write("old.1.finished", bytes: 800, minutesAgo: 5)
        cache.trim()
        #expect(names == ["new.1.finished", "old.1.finished"])
    }
}
