/// Where a parameter, and what the optimizer remembers of it, lay when a plan was made, and whether its layer learned.
///
/// A parameter may belong to several models; so each plan looks after its own assumptions.
struct ParameterPlace {
    private let node: Node
    private let parameter: Parameter
    private let values: Region
    private let slots: [Region]
    private let isTrainable: Bool

    init(of parameter: Parameter, in node: Node) {
        self.node = node
        self.parameter = parameter
        values = parameter.memory.region
        slots = parameter.slots.map(\.region)
        isTrainable = node.isTrainable
    }

    var isCurrent: Bool {
        parameter.memory.region === values && parameter.slots.map(\.region).elementsEqual(slots, by: ===)
            && node.isTrainable == isTrainable
    }
}
