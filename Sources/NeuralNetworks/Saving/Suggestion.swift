import Display

/// What an author is told who asked for a name that does not exist.
enum Suggestion {
    /// `; did you mean "conv2d_1"?`, or the names that there are if no name is near.
    static func text(for name: String, among known: [String]) -> String {
        if let nearest = nearestName(to: name, among: known) { return "; did you mean \"\(nearest)\"?" }
        let listed = known.prefix(8).map { "\"\($0)\"" }.joined(separator: ", ")
        return known.isEmpty ? "" : "; it has \(listed)\(known.count > 8 ? " and \(known.count - 8) more" : "")"
    }
}
