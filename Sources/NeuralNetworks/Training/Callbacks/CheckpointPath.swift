import Display

/// The path of a file with places for numbers, as Python's `format` has them: `model-{epoch:02d}-{val_loss:.2f}.safetensors`.
///
/// 1. `{name}` is the place of the number of that name, with as many digits as it needs.
/// 2. `{name:4d}` is that of a whole number, with blanks before it until it has four characters; `{name:04d}` has zeros.
/// 3. `{name:.2f}` has two decimals, `{name:.2e}` two decimals and a power of ten; without `.2` there are six. A width may
///    stand before the point.
/// 4. `{{` and `}}` are braces.
struct CheckpointPath {
    private enum Part {
        case text(String)
        case number(name: String, format: CheckpointNumber)
    }

    private let parts: [Part]

    /// Stops the cell where the places are not as above.
    init(_ template: String) {
        parts = Self.parts(of: template)
    }

    /// The path with the numbers of their names in it; stops the cell where one of them is missing.
    func filled(with numbers: [String: Double]) -> String {
        parts.map { part in
            switch part {
            case .text(let text): return text
            case .number(let name, let format):
                guard let number = numbers[name] else {
                    let known = numbers.keys.sorted().joined(separator: ", ")
                    misuse("ModelCheckpoint: filepath has {\(name)}, which is not measured; there are \(known)")
                }
                return format.text(number)
            }
        }.joined()
    }

    private static func parts(of template: String) -> [Part] {
        var (parts, rest): ([Part], Substring) = ([], template[...])
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            parts.append(.text(String(rest[..<brace])))
            let following = rest[rest.index(after: brace)...]
            if following.first == rest[brace] {
                parts.append(.text(String(rest[brace])))
                rest = following.dropFirst()
            } else {
                guard rest[brace] == "{", let end = following.firstIndex(of: "}") else {
                    misuse("ModelCheckpoint: filepath must have \"{\" and \"}\" in pairs, but is \"\(template)\"")
                }
                parts.append(place(following[..<end]))
                rest = following[following.index(after: end)...]
            }
        }
        return parts + [.text(String(rest))]
    }

    /// What stands between two braces.
    private static func place(_ text: Substring) -> Part {
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = halves.first, !name.isEmpty, let format = CheckpointNumber(halves.dropFirst().first ?? "")
        else {
            misuse(
                "ModelCheckpoint: filepath must have places such as {epoch:02d} and {val_loss:.2f}, but has {\(text)}")
        }
        return .number(name: String(name), format: format)
    }
}
