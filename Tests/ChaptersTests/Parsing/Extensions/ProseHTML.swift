@testable import Chapters

/// The prose of a chapter, with `[cell]` in each cell's place.
func proseHTML(_ text: String) throws -> String {
    try Chapter(parsing: text, path: "ch.md").blocks.map { block in
        if case .prose(let prose) = block { prose.html } else { "[cell]\n" }
    }.joined()
}

/// A formula as MathML.
func mathML(_ tex: String, isDisplay: Bool = false) -> String {
    TeXMath(tex, isDisplay: isDisplay).mathML
}
