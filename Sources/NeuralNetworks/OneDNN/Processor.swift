internal import COneDNN

/// oneDNN's view of this machine: one engine and one in-order stream, shared by all plans.
enum Processor {
    nonisolated(unsafe) static let engine: dnnl_engine_t = {
        var engine: dnnl_engine_t?
        check(dnnl_engine_create(&engine, dnnl_cpu, 0))
        return engine!
    }()

    nonisolated(unsafe) static let stream: dnnl_stream_t = {
        var stream: dnnl_stream_t?
        check(dnnl_stream_create(&stream, engine, dnnl_stream_default_flags.rawValue))
        return stream!
    }()

    /// Whether oneDNN computes 16 floats at a time here (AVX-512), and keeps images in blocks of 16 channels.
    static let hasWideVectors =
        dnnl_get_effective_cpu_isa().rawValue & dnnl_cpu_isa_avx512_core.rawValue == dnnl_cpu_isa_avx512_core.rawValue
}

/// Stops where oneDNN refuses what only a mistake in this module can ask for.
func check(_ status: dnnl_status_t, function: StaticString = #function) {
    precondition(status == dnnl_success, "oneDNN gave status \(status.rawValue) in \(function)")
}
