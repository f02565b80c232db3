/// The known name that a mistyped one probably means, if one is near enough.
///
///     nearestName(to: "eco", among: ["echo", "eval"])   // "echo"
package func nearestName(to name: String, among known: [String]) -> String? {
    let tolerance = max(1, name.count / 3)
    let near = known.filter { abs($0.count - name.count) <= tolerance }
    let distances = near.map { (name: $0, distance: editDistance(name.lowercased(), $0.lowercased())) }
    return distances.filter { $0.distance <= tolerance }.min { $0.distance < $1.distance }?.name
}

/// Levenshtein's distance, with a swap of neighbours counted as one edit.
private func editDistance(_ first: String, _ second: String) -> Int {
    let first = Array(first)
    let second = Array(second)
    var rows = [Array(0...second.count)]
    for (i, left) in first.enumerated() {
        var row = [i + 1]
        for (j, right) in second.enumerated() {
            var distance = min(rows[i][j] + (left == right ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, left == second[j - 1], first[i - 1] == right {
                distance = min(distance, rows[i - 1][j - 1] + 1)
            }
            row.append(distance)
        }
        rows.append(row)
    }
    return rows[first.count][second.count]
}
