internal import COneDNN

/// An operation for which oneDNN has found an implementation, with the layouts that it wants.
final class PrimitiveDescriptor {
    let raw: dnnl_primitive_desc_t

    /// Nil where oneDNN has no implementation for what is asked.
    ///
    /// - Parameters:
    ///   - operation: one of oneDNN's operation descriptors.
    ///   - isRectified: whether `relu` is applied to the result.
    ///   - hint: the forward operation, for a backward one.
    init?<Operation>(_ operation: Operation, isRectified: Bool = false, hint: PrimitiveDescriptor? = nil) {
        let attributes = PrimitiveAttributes(isRectified: isRectified)
        var created: dnnl_primitive_desc_t?
        let status = withUnsafePointer(to: operation) {
            dnnl_primitive_desc_create(&created, $0, attributes.raw, Processor.engine, hint?.raw)
        }
        if status == dnnl_unimplemented { return nil }
        check(status)
        raw = created!
    }

    /// A copy from one layout to another; nil where oneDNN has no direct way.
    init?(reorderFrom source: MemoryDescriptor, to destination: MemoryDescriptor) {
        let attributes = PrimitiveAttributes(isRectified: false)
        var created: dnnl_primitive_desc_t?
        let status = withUnsafePointer(to: source.raw) { source in
            withUnsafePointer(to: destination.raw) { destination in
                dnnl_reorder_primitive_desc_create(
                    &created, source, Processor.engine, destination, Processor.engine, attributes.raw)
            }
        }
        if status == dnnl_unimplemented { return nil }
        check(status)
        raw = created!
    }

    /// A sum of memories of the same sizes, each times its factor.
    init(sumOf sources: [MemoryDescriptor], scales: [Float], to destination: MemoryDescriptor) {
        let attributes = PrimitiveAttributes(isRectified: false)
        var created: dnnl_primitive_desc_t?
        var destination = destination.raw
        check(
            dnnl_sum_primitive_desc_create(
                &created, &destination, Int32(sources.count), scales, sources.map(\.raw), attributes.raw,
                Processor.engine))
        raw = created!
    }

    /// Memories one after another along one of their axes, in a layout that the library chooses.
    init(concatenating sources: [MemoryDescriptor], axis: Int) {
        let attributes = PrimitiveAttributes(isRectified: false)
        var created: dnnl_primitive_desc_t?
        check(
            dnnl_concat_primitive_desc_create(
                &created, nil, Int32(sources.count), Int32(axis), sources.map(\.raw), attributes.raw,
                Processor.engine))
        raw = created!
    }

    deinit {
        dnnl_primitive_desc_destroy(raw)
    }

    var source: MemoryDescriptor { descriptor(dnnl_query_src_md) }
    var weights: MemoryDescriptor { descriptor(dnnl_query_weights_md) }
    var destination: MemoryDescriptor { descriptor(dnnl_query_dst_md) }
    var sourceGradient: MemoryDescriptor { descriptor(dnnl_query_diff_src_md) }
    var weightsGradient: MemoryDescriptor { descriptor(dnnl_query_diff_weights_md) }
    var destinationGradient: MemoryDescriptor { descriptor(dnnl_query_diff_dst_md) }
    var scratchpad: MemoryDescriptor { descriptor(dnnl_query_scratchpad_md) }

    /// What a pooling remembers for its way back.
    var workspace: MemoryDescriptor { descriptor(dnnl_query_workspace_md) }

    /// The implementation's name, such as `jit_wino_4x3:avx512_core`.
    var implementation: String {
        var text: UnsafePointer<CChar>?
        check(withUnsafeMutablePointer(to: &text) { dnnl_primitive_desc_query(raw, dnnl_query_impl_info_str, 0, $0) })
        return text.map { String(cString: $0) } ?? ""
    }

    private func descriptor(_ query: dnnl_query_t) -> MemoryDescriptor {
        MemoryDescriptor(raw: dnnl_primitive_desc_query_md(raw, query, 0).pointee)
    }
}

/// Attributes that all primitives share: the plan gives the scratch memory, one block for all of them.
private final class PrimitiveAttributes {
    let raw: dnnl_primitive_attr_t

    init(isRectified: Bool) {
        var attributes: dnnl_primitive_attr_t?
        check(dnnl_primitive_attr_create(&attributes))
        raw = attributes!
        check(dnnl_primitive_attr_set_scratchpad_mode(raw, dnnl_scratchpad_mode_user))
        guard isRectified else { return }
        var operations: dnnl_post_ops_t?
        check(dnnl_post_ops_create(&operations))
        check(dnnl_post_ops_append_eltwise(operations, 1, dnnl_eltwise_relu, 0, 0))
        check(dnnl_primitive_attr_set_post_ops(raw, operations))
        check(dnnl_post_ops_destroy(operations))
    }

    deinit {
        dnnl_primitive_attr_destroy(raw)
    }
}
