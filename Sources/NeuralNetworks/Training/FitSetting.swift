/// All that a fit consists of, checked and ready.
struct FitSetting {
    let model: Model
    let graph: Graph
    let compilation: Compilation
    let order: TrainingOrder
    let batches: any BatchSource
    let validation: (samples: Samples, range: Range<Int>)?
    let callbacks: [any Callback]
}
