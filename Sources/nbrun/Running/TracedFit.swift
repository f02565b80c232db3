import Display

/// How much of a fit was restored, and how much trained.
struct TracedFit: Equatable {
    let model: String
    /// The display in which its log grows; nil for a fit that shows nothing.
    let identifier: Int?
    var epochs: Int
    var restoredEpochs = 0

    /// `fit of 'sequential': restored 3 epochs, trained 2`.
    var text: String {
        let (restored, trained) = (count(restoredEpochs), epochs - restoredEpochs)
        let account =
            switch (restoredEpochs, trained) {
            case (0, _): "trained \(count(epochs)), no kept training served"
            case (_, 0): "restored \(restored)"
            default: "restored \(restored), trained \(NumberText.grouped(trained))"
            }
        return "fit of '\(model)': \(account)"
    }

    private func count(_ epochs: Int) -> String {
        epochs == 1 ? "1 epoch" : "\(NumberText.grouped(epochs)) epochs"
    }
}

extension [TracedFit] {
    /// A fit shows its log, tells what of it is restored, and shows more of it behind each epoch.
    mutating func take(_ event: Event) {
        switch event {
        case .display(let identifier, .training(let log)):
            append(TracedFit(model: log.modelName, identifier: identifier, epochs: log.epochs.count))
        case .update(let identifier, .training(let log)):
            guard let index = lastIndex(where: { $0.identifier == identifier }) else { return }
            self[index].epochs = log.epochs.count
        case .restored(.training(let training)):
            if let index = indices.last, self[index].model == training.model, self[index].epochs == 0 {
                self[index].restoredEpochs = training.epochs
            } else {
                append(
                    TracedFit(
                        model: training.model, identifier: nil, epochs: training.epochs + training.remaining,
                        restoredEpochs: training.epochs))
            }
        default: break
        }
    }
}
