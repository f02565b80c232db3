import Tensors

/// Numbers of a layer: what they are called, their shape, and how they begin.
public struct ParameterDescription: Sendable {
    /// Keras's name for them within the layer, such as `kernel`.
    let name: String
    /// The shape that the reader sees: Keras's.
    let shape: Shape
    /// oneDNN's logical sizes, and the order of its axes that gives the reader's layout.
    let sizes: [Int]
    let order: [Int]
    let initializer: Initializer
    /// What large numbers cost.
    let regularizer: Regularizer?
    /// Whether the optimizer moves them; a moving average, for one, follows the batches instead.
    let isTrainable: Bool
    /// How many inputs reach one output, and how many outputs one input reaches.
    let fans: (inputs: Int, outputs: Int)

    /// A vector, such as a bias.
    init(
        name: String, count: Int, initializer: Initializer, regularizer: Regularizer? = nil, isTrainable: Bool = true
    ) {
        self.init(
            name: name, shape: [count], sizes: [count], order: [0], initializer: initializer, regularizer: regularizer,
            isTrainable: isTrainable, fans: (count, count))
    }

    init(
        name: String, shape: Shape, sizes: [Int], order: [Int], initializer: Initializer,
        regularizer: Regularizer? = nil, isTrainable: Bool = true, fans: (inputs: Int, outputs: Int)
    ) {
        self.name = name
        self.shape = shape
        self.sizes = sizes
        self.order = order
        self.initializer = initializer
        self.regularizer = regularizer
        self.isTrainable = isTrainable
        self.fans = fans
    }
}

/// Numbers of a layer, mostly such as it learns, with what the optimizer remembers about each of them.
///
/// They are made in the reader's layout. A training plan makes them `adopt` the layout that its primitives work fastest
/// in, and there they stay, so that neither a step nor the next fit has to convert them.
final class Parameter {
    let name: String
    let shape: Shape
    let regularizer: Regularizer?
    /// Whether the optimizer moves them, unless the whole layer is frozen.
    let isTrainable: Bool
    private let readersLayout: MemoryDescriptor
    private(set) var memory: Memory
    /// The optimizer's numbers, each in the layout of the parameter itself.
    private(set) var slots: [Memory] = []

    init(_ description: ParameterDescription, using generator: RandomGenerator) {
        name = description.name
        shape = description.shape
        regularizer = description.regularizer
        isTrainable = description.isTrainable
        readersLayout = MemoryDescriptor(description.sizes, order: description.order)
        memory = Memory(owned: readersLayout)
        let floats = UnsafeMutableBufferPointer(start: memory.floats, count: shape.count)
        var generator = generator
        description.initializer.fill(floats, fans: description.fans, using: &generator)
    }

    /// How many numbers it holds in memory, those that fill up incomplete blocks included; they stay 0.
    var storedCount: Int { memory.layout.floatCount }

    /// The numbers as a tensor in the reader's layout.
    var value: Tensor {
        get { tensor(of: memory) }
        set { write(newValue, to: memory) }
    }

    /// The optimizer's numbers as tensors in the reader's layout.
    var slotValues: [Tensor] {
        get { slots.map(tensor) }
        set {
            prepareSlots(newValue.count)
            for (slot, tensor) in zip(slots, newValue) { write(tensor, to: slot) }
        }
    }

    /// Forgets what an optimizer remembered, and makes room for what the next one will.
    func prepareSlots(_ count: Int, initially value: Double = 0) {
        slots = (0..<count).map { _ in
            let slot = Memory(owned: memory.layout)
            if value != 0 { slot.floats.update(repeating: Float(value), count: storedCount) }
            return slot
        }
    }

    /// From now on the numbers lie in this layout.
    func adopt(_ layout: MemoryDescriptor) {
        guard layout != memory.layout else { return }
        memory = moved(memory, to: layout)
        slots = slots.map { moved($0, to: layout) }
    }

    private func moved(_ source: Memory, to layout: MemoryDescriptor) -> Memory {
        let destination = Memory(owned: layout)
        Primitive.reorder(from: source.region.address, source.layout, to: destination.region.address, layout)
        return destination
    }

    private func tensor(of memory: Memory) -> Tensor {
        Tensor(
            shape: shape,
            fillingFloats: { floats in
                Primitive.reorder(from: memory.region.address, memory.layout, to: floats.baseAddress!, readersLayout)
            })
    }

    private func write(_ tensor: Tensor, to memory: Memory) {
        precondition(tensor.shape == shape)
        tensor.withFloats { floats in
            Primitive.reorder(
                from: UnsafeMutableRawPointer(mutating: floats.baseAddress!), readersLayout,
                to: memory.region.address, memory.layout)
        }
    }
}
