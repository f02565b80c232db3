/// How much is kept of what a cell gives: so much from its beginning, and as much from its end.
struct OutputLimits {
    /// Bytes of printed text.
    var text = 8_000_000
    /// Outputs: what was displayed, and each stretch of printed text between.
    var outputs = 1_000
    /// Bytes of what was displayed; the largest single output is as large.
    var displayed = 32 << 20
}
