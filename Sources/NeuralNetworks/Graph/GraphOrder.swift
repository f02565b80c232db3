/// The nodes between an input and an output in the order in which Keras lists them.
///
/// A node's depth is the length of the longest way from it to the output. The deepest nodes come first; those of one depth
/// in the order in which a walk back from the output meets them, the first input of each node before the second.
struct GraphOrder {
    private(set) var nodes: [Node] = []
    /// Each node's number in the order in which the walk met it.
    private var meetings: [ObjectIdentifier: Int] = [:]
    private var depths: [ObjectIdentifier: Int] = [:]

    init(to output: Node) {
        visit(output)
        // So far a node stands behind all that it reads.
        for node in nodes.reversed() {
            for source in node.sources {
                depths[ObjectIdentifier(source)] = max(depth(of: source), depth(of: node) + 1)
            }
        }
        nodes = nodes.sorted { (-depth(of: $0), meeting(of: $0)) < (-depth(of: $1), meeting(of: $1)) }
    }

    private mutating func visit(_ node: Node) {
        guard meetings[ObjectIdentifier(node)] == nil else { return }
        meetings[ObjectIdentifier(node)] = meetings.count
        for source in node.sources { visit(source) }
        nodes.append(node)
    }

    private func depth(of node: Node) -> Int { depths[ObjectIdentifier(node), default: 0] }
    private func meeting(of node: Node) -> Int { meetings[ObjectIdentifier(node)]! }
}
