internal import COneDNN

/// The numbers by which a primitive knows its arguments.
enum Argument {
    static let source = DNNL_ARG_SRC
    static let otherSource = DNNL_ARG_SRC_1
    static let weights = DNNL_ARG_WEIGHTS
    static let bias = DNNL_ARG_BIAS
    static let destination = DNNL_ARG_DST
    static let workspace = DNNL_ARG_WORKSPACE
    static let mean = DNNL_ARG_MEAN
    static let variance = DNNL_ARG_VARIANCE
    static let scale = DNNL_ARG_SCALE
    static let shift = DNNL_ARG_SHIFT
    static let scratchpad = DNNL_ARG_SCRATCHPAD
    static let sourceGradient = DNNL_ARG_DIFF_SRC
    static let weightsGradient = DNNL_ARG_DIFF_WEIGHTS
    static let biasGradient = DNNL_ARG_DIFF_BIAS
    static let destinationGradient = DNNL_ARG_DIFF_DST
    static let scaleGradient = DNNL_ARG_DIFF_SCALE
    static let shiftGradient = DNNL_ARG_DIFF_SHIFT

    /// One of several sources, of a sum or a concatenation.
    static func source(_ number: Int) -> Int32 { DNNL_ARG_MULTIPLE_SRC + Int32(number) }
}
