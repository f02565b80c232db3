extension ChapterFingerprint {
    /// What has changed since an earlier state of the chapter, in the order of the text; empty where nothing has.
    public func changes(since earlier: ChapterFingerprint) -> [ChapterChange] {
        var changes = cellChanges(since: earlier)
        if prose != earlier.prose { changes.append(.prose) }
        let (old, new) = (Set(earlier.images.keys), Set(images.keys))
        // The same prose shows the same images, as far as they are there.
        let addresses = prose == earlier.prose ? old.union(new) : old.intersection(new)
        changes += addresses.sorted().filter { earlier.images[$0] != images[$0] }.map { .image(address: $0) }
        return changes.isEmpty && text != earlier.text ? [.text] : changes
    }

    private func cellChanges(since earlier: ChapterFingerprint) -> [ChapterChange] {
        let partners = CellPartners(of: cells, in: earlier.cells)
        let changes = cells.enumerated().flatMap { index, cell -> [ChapterChange] in
            let name = ChapterChange.CellName(cell)
            guard let partner = partners.indices[index].map({ earlier.cells[$0] }) else { return [.newCell(name)] }
            let move: [ChapterChange] = partners.moved.contains(index) ? [.movedCell(name, from: partner.number)] : []
            return move + cell.changes(since: partner, name)
        }
        return changes + partners.removed.map { .removedCell(.init(earlier.cells[$0])) }
    }
}

extension CellFingerprint {
    fileprivate func changes(since earlier: CellFingerprint, _ name: ChapterChange.CellName) -> [ChapterChange] {
        var changes: [ChapterChange] = []
        if text != earlier.text { changes.append(.cellText(name)) }
        if options != earlier.options { return changes + [.cellOptions(name)] }
        let files = [(earlier.included, included), (earlier.data, data)].flatMap { old, new in
            new.keys.filter { old[$0] != new[$0] }.sorted()
        }
        return changes + files.map { .cellFile(name, path: $0) }
    }
}
