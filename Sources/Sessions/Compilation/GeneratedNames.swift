/// The names and words that only generated text has.
enum GeneratedNames {
    /// `Cell_9f….Point` is the author's `Point`, and what Swift says of files is meant of cells.
    static func removed(from text: String) -> String {
        guard text.contains("Cell_") || text.contains("outside of file") else { return text }
        return text.replacing(/Cell_[0-9a-f]{32}\./, with: "")
            .replacing(/'Cell_[0-9a-f]{32}'/, with: "an earlier cell")
            .replacing("extension outside of file declaring", with: "extension outside of the cell declaring")
    }
}
