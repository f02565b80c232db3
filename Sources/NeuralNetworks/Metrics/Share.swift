/// The part of the samples, or of their numbers, that are right in some sense.
final class Share: MetricCount {
    let name: String
    private let count: (LossBatch) -> (right: Int, total: Int)
    private var right = 0
    private var total = 0

    /// - Parameter count: how many of a batch are right, and of how many.
    init(name: String, count: @escaping (LossBatch) -> (right: Int, total: Int)) {
        self.name = name
        self.count = count
    }

    /// Counts places, each of which has a number for each class.
    convenience init(name: String, classCount: Int, isRight: @escaping (LossBatch, _ row: Int) -> Bool) {
        self.init(name: name) { batch in
            let batch = batch.places(of: classCount)
            return ((0..<batch.rows).count { isRight(batch, $0) }, batch.rows)
        }
    }

    var result: Double { total == 0 ? 0 : Double(right) / Double(total) }

    func add(_ batch: LossBatch) {
        let (right, total) = count(batch)
        self.right += right
        self.total += total
    }
}
