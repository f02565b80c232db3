import Display

/// What is told of a training that was interrupted.
enum KeptEpochsText {
    /// `3 epochs are kept; run it again to go on`.
    static func text(_ epochs: Int) -> String {
        switch epochs {
        case 0: "no epoch of the training is kept yet; another run begins at its first"
        case 1: "1 epoch is kept; run it again to go on"
        default: "\(NumberText.grouped(epochs)) epochs are kept; run it again to go on"
        }
    }
}
