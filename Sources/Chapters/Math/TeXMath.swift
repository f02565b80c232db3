/// Formulas in the TeX of textbooks, as MathML.
///
///     TeXMath(#"\frac{1}{n}"#, isDisplay: false).mathML   // <math><semantics>…
///
/// It knows what texts on machine learning use: scripts, fractions, roots, sums and their limits, Greek, operators,
/// relations and arrows, functions, accents, alphabets, delimiters of every size, matrices, cases and aligned equations,
/// text and spaces. What it does not know stands in the formula as it was written, and is among `problems`.
struct TeXMath: Equatable {
    let mathML: String
    let problems: [TeXProblem]

    init(_ tex: String, isDisplay: Bool) {
        var parser = TeXParser(tex)
        let formula = parser.formula()
        mathML = MathMLWriter.element(parser.isTooDeep ? .unknown(tex) : formula, tex: tex, isDisplay: isDisplay)
        problems = parser.isTooDeep ? [parser.depthProblem] : parser.problems
    }
}

/// Something in a formula that the converter cannot make sense of.
struct TeXProblem: Equatable {
    let message: String
    /// Where, in characters from the formula's beginning.
    let offset: Int
    /// How many characters are meant.
    let length: Int
}
