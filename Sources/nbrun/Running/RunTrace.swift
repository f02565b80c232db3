import Sessions

/// What a run told of how its cells were had, and of the fits in them; by cell number.
struct RunTrace {
    private(set) var origins: [Int: CompilationOrigin] = [:]
    private(set) var fits: [Int: [TracedFit]] = [:]

    mutating func take(_ notice: RunNotice) {
        switch notice {
        case .compiled(let cell, let origin): origins[cell.number] = origin
        case .kept(let cell, _): origins[cell.number] = .session
        case .event(let cell, let event): fits[cell.number, default: []].take(event)
        case .started, .printed, .running, .finished, .runningAgain, .goingFurtherBack: break
        }
    }
}
