/// Where a fit takes its batches from, one after another without an end.
protocol BatchSource: AnyObject {
    /// How many batches show every sample once.
    var batchesPerPass: Int { get }
    /// How many samples a batch has, unless it is the last one of a pass.
    var batchSize: Int { get }
    /// How many samples the next batch has.
    var nextBatchSize: Int { get }
    /// Copies the next batch into a plan for so many samples.
    func loadNext(into plan: Plan)
    /// Puts all that decides the batches into a fit's key.
    func describe(in key: inout TrainingKey)
    /// Goes on behind so many batches that another run has taken; the model stands where they left it.
    func passOver(_ count: Int)
    /// Ends whatever prepares batches.
    func finish()
}
