/// What two runs' cells are recognised by.
protocol PairableCell {
    /// A fingerprint of the source as the author wrote it.
    var text: String { get }
    var label: String { get }
}

/// Which cell of the last run each cell is: the one with the same text, else the one that stood at its place.
struct CellPartners {
    /// Indices in the last run, by indices in this one; a new cell has none.
    private(set) var indices: [Int: Int] = [:]
    /// The indices of those that stand behind other cells than they did.
    private(set) var moved: Set<Int> = []
    /// The indices in the last run of those that are gone.
    private(set) var removed: [Int]

    init(of current: [some PairableCell], in previous: [some PairableCell]) {
        let difference = current.map(\.text).difference(from: previous.map(\.text)).inferringMoves()
        let inserted = difference.insertions.map(\.place)
        removed = difference.removals.map(\.place.offset)
        let (old, new) = (Set(removed), Set(inserted.map(\.offset)))
        let stayed = Array(
            zip(previous.indices.filter { !old.contains($0) }, current.indices.filter { !new.contains($0) }))
        for (was, now) in stayed { indices[now] = was }
        for place in inserted {
            guard let was = place.partner else { continue }
            pair(place.offset, with: was)
            moved.insert(place.offset)
        }
        for now in inserted.map(\.offset) where indices[now] == nil {
            let gap = stayed.count { $0.1 < now }
            let candidates = removed.filter { was in stayed.count { $0.0 < was } == gap }
            let rivals = inserted.map(\.offset).filter { $0 > now && indices[$0] == nil }.map { current[$0].label }
            let partner =
                candidates.first { previous[$0].label == current[now].label }
                ?? candidates.first { !rivals.contains(previous[$0].label) }
            if let partner { pair(now, with: partner) }
        }
    }

    private mutating func pair(_ now: Int, with was: Int) {
        indices[now] = was
        removed.removeAll { $0 == was }
    }
}

extension CollectionDifference.Change {
    /// Where it is, and where the same element is inserted or removed.
    fileprivate var place: (offset: Int, partner: Int?) {
        switch self {
        case .insert(let offset, _, let partner), .remove(let offset, _, let partner): (offset, partner)
        }
    }
}
