/// What is different between the last run and this one.
struct RunComparison {
    private let previous: RunIngredients
    private let current: RunIngredients
    private let partners: CellPartners

    init(previous: RunIngredients, current: RunIngredients) {
        self.previous = previous
        self.current = current
        partners = CellPartners(of: current.cells, in: previous.cells)
    }

    /// Everything that makes a cell's compiled form another one; of the earlier cells, only the first that does.
    func causes(ofCellAt index: Int) -> [CompilationCause] {
        let earlier = changeOfEarlierCell(before: index) ?? removalOfEarlierCell(before: index)
        return environmentCauses + ownCauses(at: index) + (earlier.map { [$0] } ?? [])
    }

    /// Why a cell was compiled although nothing has changed.
    func fallback(forCellAt index: Int) -> CompilationCause {
        partner(at: index)?.origin == nil ? .notReached : .notCached
    }

    private var environmentCauses: [CompilationCause] {
        let (old, new) = (previous.environment, current.environment)
        let causes: [(isChanged: Bool, cause: CompilationCause)] = [
            (old.compiler != new.compiler, .compiler), (old.prelude != new.prelude, .prelude),
            (old.options != new.options, .options),
        ]
        return causes.filter(\.isChanged).map(\.cause)
    }

    private func ownCauses(at index: Int) -> [CompilationCause] {
        let cell = current.cells[index]
        guard let partner = partner(at: index) else { return [.new] }
        var causes: [CompilationCause] = []
        if partners.moved.contains(index) { causes.append(.moved(from: partner.number)) }
        if partner.text != cell.text { causes.append(.text) }
        causes += changes(from: partner.parameters, to: cell.parameters).map { .parameter(name: $0) }
        causes += changes(from: partner.included, to: cell.included).map { .file(path: $0) }
        if let old = partner.line, let new = cell.line, old != new { causes.append(.line(from: old, to: new)) }
        return causes
    }

    /// The files that a cell reads while it runs, and that are others than they were; its compiled form does not mind.
    func changedData(ofCellAt index: Int) -> [CompilationCause] {
        guard let partner = partner(at: index) else { return [] }
        return changes(from: partner.data, to: current.cells[index].data).map { .file(path: $0) }
    }

    private func changes(from old: [String: String], to new: [String: String]) -> [String] {
        Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }
    }

    private func changeOfEarlierCell(before index: Int) -> CompilationCause? {
        current.cells[..<index].indices.lazy.compactMap { earlier -> CompilationCause? in
            let cell = current.cells[earlier]
            return change(at: earlier).map { .earlierCell(number: cell.number, label: cell.label, $0) }
        }.first
    }

    /// What has become of a cell, as far as later ones are compiled on it.
    private func change(at index: Int) -> CompilationCause.Change? {
        let cell = current.cells[index]
        guard let partner = partner(at: index) else { return cell.isInChain ? .new : nil }
        let isSame = ownCauses(at: index).isEmpty
        switch (partner.isInChain, cell.isInChain) {
        case (false, false): return nil
        case (true, false): return .fails
        case (false, true) where isSame: return partner.origin == nil ? nil : .failed
        case (true, true) where isSame: return nil
        case (_, true): return partners.moved.contains(index) ? .moved : .changed
        }
    }

    private func removalOfEarlierCell(before index: Int) -> CompilationCause? {
        guard let partner = partners.indices[index], !partners.moved.contains(index) else { return nil }
        return partners.removed.map { (offset: $0, cell: previous.cells[$0]) }
            .first { $0.offset < partner && $0.cell.isInChain }
            .map { .earlierCell(number: $0.cell.number, label: $0.cell.label, .removed) }
    }

    private func partner(at index: Int) -> CellIngredients? {
        partners.indices[index].map { previous.cells[$0] }
    }
}
