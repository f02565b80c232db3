internal import COneDNN

/// The numbers by which a primitive knows its arguments.
enum Argument {
    static let source = DNNL_ARG_SRC
    static let weights = DNNL_ARG_WEIGHTS
    static let bias = DNNL_ARG_BIAS
    static let destination = DNNL_ARG_DST
    static let workspace = DNNL_ARG_WORKSPACE
    static let scratchpad = DNNL_ARG_SCRATCHPAD
    static let sourceGradient = DNNL_ARG_DIFF_SRC
    static let weightsGradient = DNNL_ARG_DIFF_WEIGHTS
    static let biasGradient = DNNL_ARG_DIFF_BIAS
    static let destinationGradient = DNNL_ARG_DIFF_DST
}
