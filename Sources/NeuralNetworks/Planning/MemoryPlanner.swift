/// Gives regions with disjoint lifetimes the same place.
///
/// The largest region is placed first; each takes the lowest place that is free during its whole lifetime.
enum MemoryPlanner {
    private struct Placement {
        let region: Region
        let offset: Int
        var end: Int { offset + region.byteCount }
    }

    /// Assigns an address to each region, and gives the memory that holds them.
    static func place(_ regions: [Region]) -> AlignedMemory {
        var placements: [Placement] = []
        for region in regions.sorted(by: { $0.byteCount > $1.byteCount }) {
            guard let lifetime = region.lifetime else { continue }
            let neighbours = placements.filter { $0.region.lifetime!.overlaps(lifetime) }
            placements.append(Placement(region: region, offset: lowestGap(region.byteCount, between: neighbours)))
        }
        let memory = AlignedMemory(byteCount: placements.map(\.end).max() ?? 0)
        for placement in placements { placement.region.assign(memory.address + placement.offset) }
        return memory
    }

    private static func lowestGap(_ byteCount: Int, between neighbours: [Placement]) -> Int {
        var offset = 0
        for neighbour in neighbours.sorted(by: { $0.offset < $1.offset }) {
            if offset + byteCount <= neighbour.offset { break }
            offset = max(offset, roundedUp(neighbour.end))
        }
        return offset
    }

    /// Regions start on pages, so that vectors and cache lines of two of them never meet.
    private static func roundedUp(_ offset: Int) -> Int { (offset + 4095) & ~4095 }
}
