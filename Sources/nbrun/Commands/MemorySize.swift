import ArgumentParser
import Glibc

/// An amount of memory, written as a number with a unit: `512M`, `2G`, `1.5G`.
struct MemorySize: ExpressibleByArgument, Equatable {
    let bytes: Int

    init(bytes: Int) {
        self.bytes = bytes
    }

    /// Units are powers of 1024, in either case, with or without a final `B` or `iB`; a number without one is bytes.
    init?(argument: String) {
        guard let match = argument.wholeMatch(of: /([0-9]+(?:\.[0-9]+)?) ?([KMGT]?)(?:i?B)?/.ignoresCase()),
            let number = Double(match.1), let exponent = Self.units.firstIndex(of: match.2.uppercased())
        else { return nil }
        let bytes = number * pow(1024, Double(exponent))
        guard bytes < Double(Int.max) else { return nil }
        self.bytes = Int(bytes)
    }

    private static let units = ["", "K", "M", "G", "T"]

    static var halfOfMachine: MemorySize {
        MemorySize(bytes: sysconf(Int32(_SC_PHYS_PAGES)) / 2 * sysconf(Int32(_SC_PAGESIZE)))
    }

    var defaultValueDescription: String { "half of the machine's memory" }
}
