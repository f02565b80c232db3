import Glibc

/// How long the commands of a plan take, summed over runs.
final class Profile {
    /// One command's share.
    struct Row {
        let layer: String
        let pass: String
        let implementation: String
        /// Floating-point operations of one run, counted as a direct computation does them.
        let operations: Double
        /// Seconds over all runs.
        var seconds = 0.0
        var runs = 0
    }

    private(set) var rows: [Row] = []

    init() {}

    func measure(_ command: Command, number: Int) {
        if number == rows.count {
            let label = command.label
            rows.append(
                Row(
                    layer: label.layer, pass: label.pass.rawValue, implementation: label.implementation,
                    operations: label.operations))
        }
        let start = secondsSinceBoot()
        command.run()
        rows[number].seconds += secondsSinceBoot() - start
        rows[number].runs += 1
    }
}

/// A clock for durations; it never goes back.
func secondsSinceBoot() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
