/// Tells whoever waits at the terminal how far a training has come; nothing of it is kept.
public func reportProgress(_ progress: TrainingProgress) {
    EventChannel.shared.send(.progress(progress))
}
