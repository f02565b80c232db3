internal import COneDNN

/// A compiled operation together with the memory that it works on, ready to run.
final class Primitive {
    private let raw: dnnl_primitive_t
    private let arguments: UnsafeMutableBufferPointer<dnnl_exec_arg_t>

    /// - Parameter bindings: oneDNN's argument numbers with the memory for each.
    init(_ descriptor: PrimitiveDescriptor, _ bindings: [(Int32, MemoryDescriptor, UnsafeMutableRawPointer)]) {
        var primitive: dnnl_primitive_t?
        check(dnnl_primitive_create(&primitive, descriptor.raw))
        raw = primitive!
        arguments = .allocate(capacity: bindings.count)
        for (index, (argument, layout, address)) in bindings.enumerated() {
            var memory: dnnl_memory_t?
            check(withUnsafePointer(to: layout.raw) { dnnl_memory_create(&memory, $0, Processor.engine, address) })
            arguments.initializeElement(at: index, to: dnnl_exec_arg_t(arg: argument, memory: memory))
        }
    }

    deinit {
        for argument in arguments { dnnl_memory_destroy(argument.memory) }
        arguments.deallocate()
        dnnl_primitive_destroy(raw)
    }

    func run() {
        check(dnnl_primitive_execute(raw, Processor.stream, Int32(arguments.count), arguments.baseAddress))
    }

    /// Copies a block of floats into another layout, once.
    static func reorder(
        from source: UnsafeMutableRawPointer, _ sourceLayout: MemoryDescriptor,
        to destination: UnsafeMutableRawPointer, _ destinationLayout: MemoryDescriptor
    ) {
        let descriptor = PrimitiveDescriptor(reorderFrom: sourceLayout, to: destinationLayout)!
        let scratchpad = AlignedMemory(byteCount: descriptor.scratchpad.byteCount)
        Primitive(
            descriptor,
            [
                (DNNL_ARG_FROM, sourceLayout, source), (DNNL_ARG_TO, destinationLayout, destination),
                (DNNL_ARG_SCRATCHPAD, descriptor.scratchpad, scratchpad.address),
            ]
        ).run()
    }
}
