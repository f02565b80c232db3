/// How the time for an input grows with the input.
///
///     let growth = Growth(from: 1_000_000) { size in parse(String(repeating: "[", count: size)) }
///     #expect(growth.isLinear, "\(growth)")
package struct Growth: CustomStringConvertible {
    /// Seconds of the processor for the smaller input, and for one twice as large.
    package let once: Double
    package let twice: Double

    /// Shorter times say nothing.
    private static let shortest = 0.05

    package init(from size: Int, _ work: (Int) -> Void) {
        once = Self.seconds { work(size) }
        twice = Self.seconds { work(2 * size) }
    }

    /// Whether twice the input takes about twice the time, three times at most.
    package var isLinear: Bool { twice < Self.shortest || twice <= 3 * once }

    package var description: String { "\(once) s, and \(twice) s for twice as much" }

    /// The shortest of three tries, since others use the machine too.
    private static func seconds(_ work: () -> Void) -> Double {
        var shortest = Double.infinity
        for _ in 0..<3 where shortest > 0.3 || shortest == .infinity {
            let start = processorSeconds()
            work()
            shortest = min(shortest, processorSeconds() - start)
        }
        return shortest
    }
}
