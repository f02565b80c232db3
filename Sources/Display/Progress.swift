/// Tells whoever waits at the terminal how far a training has come; nothing of it is kept.
public func reportProgress(_ progress: TrainingProgress) {
    EventChannel.shared.send(.progress(progress))
}

/// Tells whoever waits at the terminal, and the run record, of epochs that were restored.
public func reportRestored(_ training: RestoredTraining) {
    EventChannel.shared.send(.restored(training))
}

/// Tells whoever waits at the terminal of something that the chapter's reader need not know.
public func reportWarning(_ message: String) {
    EventChannel.shared.send(.warning(message))
}
