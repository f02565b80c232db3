/// Collects the commands and the memory of a plan while its layers are laid out one after another.
final class PlanBuilder {
    let purpose: PlanPurpose
    let batchSize: Int
    let context: StepContext
    private(set) var commands: [Command] = []
    /// Reorders and transforms of weights that are done once before a series of runs, not in each.
    private(set) var preparations: [Command] = []
    /// What each layer does on the way back, in the order of the way there.
    private(set) var wayBack: [() -> Void] = []
    /// Whether the model ends with an activation that the loss takes upon itself.
    private(set) var leavesActivationToLoss = false
    /// Updates that wait until all gradients are known.
    var heldUpdates: [ParameterUpdate] = []
    private var plannedRegions: [Region] = []
    private var scratchpad = Region(byteCount: 0)
    private var bindings: [() -> Void] = []

    init(purpose: PlanPurpose, batchSize: Int, context: StepContext) {
        self.purpose = purpose
        self.batchSize = batchSize
        self.context = context
    }

    var isTraining: Bool { purpose != .inference }

    // MARK: Memory

    /// Memory that holds its contents from the first command that touches it to the last.
    func allocate(_ layout: MemoryDescriptor) -> Memory {
        let region = Region(byteCount: layout.byteCount)
        plannedRegions.append(region)
        return Memory(layout, in: region)
    }

    /// Keeps the contents of memory beyond the last command.
    func keepToTheEnd(_ memory: Memory) {
        memory.region.touch(at: .max)
    }

    // MARK: Commands

    /// Appends a command that runs a function of ours over the regions named.
    func append(_ label: Command.Label, touching memories: [Memory], run: @escaping () -> Void) {
        for memory in memories { memory.region.touch(at: commands.count) }
        commands.append(Command(label: label, run: run))
    }

    /// Appends a command that runs one of oneDNN's primitives.
    func append(_ label: Command.Label, _ descriptor: PrimitiveDescriptor, _ arguments: [(Int32, Memory)]) {
        for (_, memory) in arguments { memory.region.touch(at: commands.count) }
        commands.append(Command(label: label, run: bind(descriptor, arguments)))
    }

    /// The memory in the layout asked for: itself, or a copy that is made in each run.
    func reorder(_ memory: Memory, to layout: MemoryDescriptor, for layer: String) -> Memory {
        if memory.layout == layout { return memory }
        let copy = allocate(layout)
        let descriptor = PrimitiveDescriptor(reorderFrom: memory.layout, to: layout)!
        append(
            Command.Label(layer: layer, pass: .reorder, implementation: descriptor.implementation), descriptor,
            [(Argument.source, memory), (Argument.destination, copy)])
        return copy
    }

    /// A copy of weights in another layout, made once before a series of runs.
    func prepare(_ memory: Memory, as layout: MemoryDescriptor, for layer: String) -> Memory {
        let descriptor = PrimitiveDescriptor(reorderFrom: memory.layout, to: layout)!
        let copy = Memory(owned: layout)
        let run = bind(descriptor, [(Argument.source, memory), (Argument.destination, copy)])
        let label = Command.Label(layer: layer, pass: .reorder, implementation: descriptor.implementation)
        preparations.append(Command(label: label, run: run))
        return copy
    }

    /// What a function makes of weights: in each run while they learn, else once before a series of runs.
    func transformed(
        _ memory: Memory, floatCount: Int, _ label: Command.Label,
        by transform: @escaping (UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
    ) -> Memory {
        let layout = MemoryDescriptor(rowMajor: [floatCount])
        let result = isTraining ? allocate(layout) : Memory(owned: layout)
        let run = { transform(memory.floats, result.floats) }
        if isTraining {
            append(label, touching: [memory, result], run: run)
        } else {
            preparations.append(Command(label: label, run: run))
        }
        return result
    }

    /// Appends a command that runs once before a series of runs.
    func appendPreparation(_ label: Command.Label, run: @escaping () -> Void) {
        preparations.append(Command(label: label, run: run))
    }

    /// Registers what a layer does on the way back; it is called once, when all that follows the layer has been laid out.
    func onWayBack(_ plan: @escaping () -> Void) {
        if isTraining { wayBack.append(plan) }
    }

    /// Tells that the model's last activation has been left out.
    func leaveActivationToLoss() {
        leavesActivationToLoss = true
    }

    /// Makes the primitive once all addresses are known.
    private func bind(_ descriptor: PrimitiveDescriptor, _ arguments: [(Int32, Memory)]) -> () -> Void {
        let slot = PrimitiveSlot(regions: arguments.map(\.1.region))
        let scratch = descriptor.scratchpad
        if scratch.byteCount > scratchpad.byteCount { scratchpad = Region(byteCount: scratch.byteCount) }
        bindings.append { [unowned self] in
            var bound = arguments.map { ($0.0, $0.1.layout, $0.1.region.address) }
            if scratch.byteCount > 0 { bound.append((Argument.scratchpad, scratch, scratchpad.address)) }
            slot.primitive = Primitive(descriptor, bound)
        }
        return { slot.primitive.unsafelyUnwrapped.run() }
    }

    /// Assigns all places and makes all primitives; gives the memory that they lie in.
    func finish() -> [AlignedMemory] {
        let memory = MemoryPlanner.place(plannedRegions)
        let scratch = AlignedMemory(byteCount: scratchpad.byteCount)
        scratchpad.assign(scratch.address)
        for bind in bindings { bind() }
        bindings = []
        return [memory, scratch]
    }
}

/// Where a primitive will be once its memory has a place; it keeps the memory that the primitive knows by address.
private final class PrimitiveSlot {
    var primitive: Primitive?
    private let regions: [Region]

    init(regions: [Region]) {
        self.regions = regions
    }
}
