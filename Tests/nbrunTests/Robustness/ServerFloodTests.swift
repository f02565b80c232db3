import Foundation
import Fuzzing
import Testing

@Suite("16. Browsers that mean ill", .serialized)
struct ServerFloodTests {
    @Test func `five bad kinds of connections hold up neither a weave nor Ctrl-C, and leave no descriptor`() throws {
        let (count, seconds) = isTorture ? (500, 30.0) : (200, 4.0)
        let watch = try Watch(text(0))
        let address = try watch.address()
        #expect(watch.wait { watch.report.contains("number 0") })
        // No cell that an earlier run has compiled.
        let first = Int.random(in: 1_000_000..<1_000_000_000)
        let quiet = try (1...5).map { try weave(first - $0, watch) }.sorted()[2]
        let before = leastSocketCount(of: watch)

        let flood = try #require(ConnectionFlood(of: address, count: count))
        var times: [Double] = []
        let end = Date() + seconds
        while Date() < end { times.append(try weave(first + times.count, watch)) }
        let most = socketCount(of: watch)
        #expect((before + 40...before + 80).contains(most), "\(most) sockets, \(before) before: there is a cap")
        #expect(flood.connectionCount > count)
        let flooded = times.sorted()[times.count / 2]
        // In CI other tests have the processor, too.
        let noise = isTorture ? 0 : 0.1
        #expect(flooded < 2 * quiet + noise, "\(flooded) s instead of \(quiet) s, \(flood.connectionCount) connections")
        flood.stop()
        usleep(200_000)
        let after = leastSocketCount(of: watch)
        #expect(after == before)
        print("\(flood.connectionCount) connections; a weave took \(flooded) s, and \(quiet) s before")
        watch.line.remove()
    }

    @Test func `Ctrl-C is heard at once while they go on`() throws {
        let watch = try Watch(text(0))
        let address = try watch.address()
        #expect(watch.wait { watch.report.contains("number 0") })
        let flood = try #require(ConnectionFlood(of: address, count: 200))
        usleep(500_000)
        let start = Date()
        #expect(watch.stop() == 0)
        #expect(Date().timeIntervalSince(start) < 1)
        flood.stop()
    }

    private func text(_ number: Int) -> String { chapter("print(\"number\", \(number))") }

    /// Seconds from the save to the report.
    private func weave(_ number: Int, _ watch: Watch) throws -> Double {
        let start = Date()
        try watch.line.write(text(number), to: "a.md")
        #expect(watch.wait { watch.report.contains("number \(number)<") }, "\(watch.said.suffix(500))")
        return Date().timeIntervalSince(start)
    }

    private func socketCount(of watch: Watch) -> Int {
        let folder = "/proc/\(watch.process.processIdentifier)/fd"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let places = names.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)") }
        return places.count { $0.hasPrefix("socket:") }
    }

    /// Those of compilers that wait for a cell come and go.
    private func leastSocketCount(of watch: Watch) -> Int {
        (0..<100).map { _ in
            usleep(10_000)
            return socketCount(of: watch)
        }.min() ?? 0
    }
}
