import Display

/// What a fit is asked to do.
struct TrainingOrder {
    /// The number of the last epoch, counted from one.
    let epochs: Int
    /// How many epochs were done before.
    let initialEpoch: Int
    let stepsPerEpoch: Int
    let isShown: Bool
    /// Whether an earlier run may be made use of, and a later one may make use of this.
    let isMemoised: Bool

    init(
        epochs: Int, initialEpoch: Int, stepsPerEpoch: Int?, batchesPerPass: Int, verbose: Verbosity, memo: Bool,
        model: String
    ) {
        demand(epochs >= 1, "\(model): epochs must be at least 1, but is \(epochs)")
        demand(initialEpoch >= 0, "\(model): initialEpoch must be at least 0, but is \(initialEpoch)")
        demand(
            initialEpoch < epochs,
            """
            \(model): epochs counts those before initialEpoch too, so it must be above \(initialEpoch), but is \(epochs)
            """)
        if let stepsPerEpoch {
            demand(stepsPerEpoch >= 1, "\(model): stepsPerEpoch must be at least 1, but is \(stepsPerEpoch)")
        }
        self.epochs = epochs
        self.initialEpoch = initialEpoch
        self.stepsPerEpoch = stepsPerEpoch ?? batchesPerPass
        isShown = verbose.isShown
        isMemoised = memo
    }

    var stepCount: Int { (epochs - initialEpoch) * stepsPerEpoch }
}
