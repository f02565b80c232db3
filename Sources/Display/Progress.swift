/// Tells whoever waits at the terminal how far a training has come; nothing of it is kept.
public func reportProgress(_ progress: TrainingProgress) {
    EventChannel.shared.send(.progress(progress))
}

/// Tells whoever waits at the terminal, and the run record, of something that did not have to be computed.
public func reportRestored(_ restoration: Restoration) {
    EventChannel.shared.send(.restored(restoration))
}

/// Tells whoever waits at the terminal of something that the chapter's reader need not know.
public func reportWarning(_ message: String) {
    EventChannel.shared.send(.warning(message))
}
