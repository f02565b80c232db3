/// One thing that a plan does at each run, with what it is called in a profile.
struct Command {
    let label: Label
    let run: () -> Void

    /// Who does it, and how much work it is.
    struct Label {
        let layer: String
        let pass: Pass
        let implementation: String
        /// Floating-point operations, as a direct computation would need them.
        var operations = 0.0
    }

    enum Pass: String {
        case forward, backwardData = "backward data", backwardWeights = "backward weights", backward, update, reorder,
            loss
    }
}
