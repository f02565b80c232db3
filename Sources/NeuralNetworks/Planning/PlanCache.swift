/// The plans of a model that are still of use: making one takes a moment, running it nothing but the work.
final class PlanCache {
    private struct Key: Hashable {
        let purpose: PlanPurpose
        let batchSize: Int
        let hasLoss: Bool
    }

    private var plans: [Key: Plan] = [:]

    func removeAll() {
        plans.removeAll()
    }

    /// The plan for a batch of this size: an earlier one if the parameters still lie where they did, else a new one.
    func plan(
        for graph: Graph, purpose: PlanPurpose, batchSize: Int, loss: (any Loss)?, context: StepContext
    ) -> Plan {
        plans = plans.filter { $0.value.isCurrent }
        let key = Key(purpose: purpose, batchSize: batchSize, hasLoss: loss != nil)
        if let plan = plans[key] { return plan }
        // One of a purpose is enough: memory counts for more than a change of batch size back and forth.
        plans = plans.filter { $0.key.purpose != purpose || $0.key.hasLoss != key.hasLoss }
        let plan = Plan(graph, purpose: purpose, batchSize: batchSize, loss: loss, context: context)
        plans[key] = plan
        return plan
    }
}
