internal import JSONCoding

extension Notebook {
    /// Reads a notebook of nbformat 4 whose language is Swift; outputs are left behind.
    ///
    /// - Throws: `NotebookProblem` for the first thing that is wrong, with its place.
    package init(reading bytes: [UInt8]) throws(NotebookProblem) {
        let reader = NotebookReader()
        let document = try reader.document(bytes)
        let metadata = try reader.object(document["metadata"] ?? .object([]), "metadata")
        try reader.checkLanguage(metadata)
        var cells: [NotebookCell] = []
        for (index, cell) in try reader.array(document["cells"], "cells").enumerated() {
            cells.append(try reader.cell(cell, "cells[\(index)]"))
        }
        self.init(cells: cells, metadata: metadata)
    }
}

/// Takes a notebook's JSON apart.
///
/// 1. `nbformat` is 4; any minor version will do.
/// 2. The language is `language` of `kernelspec` or `name` of `language_info`, in any case of letters.
/// 3. A cell has a `cell_type` (`markdown`, `code` or `raw`) and a `source`, a text or a list of texts, which are joined.
/// 4. In sources, `\r\n` and a lone `\r` end a line as `\n` does, and U+0000 is U+FFFD, as they are in Markdown.
/// 5. Anything else of a cell may be missing, and what nbrun has no use for is not looked at.
private struct NotebookReader {
    func document(_ bytes: [UInt8]) throws(NotebookProblem) -> JSON {
        let document: JSON
        do {
            document = try JSONReader.read(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
        } catch {
            let before = bytes.prefix(error.offset)
            let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            throw .notJSON(
                problem: error.explanation, line: before.count { $0 == UInt8(ascii: "\n") } + 1,
                column: String(decoding: before[lineStart...], as: UTF8.self).count + 1)
        }
        guard document.object != nil else { throw wrong("the file", "a JSON object", document) }
        guard let version = document["nbformat"]?.integer else { throw wrong("nbformat", "4", document["nbformat"]) }
        guard version == 4 else { throw .otherFormat(version) }
        return document
    }

    func checkLanguage(_ metadata: [String: JSON]) throws(NotebookProblem) {
        let kernel = metadata["kernelspec"]
        guard
            let name = kernel?["language"]?.string ?? metadata["language_info"]?["name"]?.string
                ?? kernel?["name"]?.string
        else { throw .noLanguage }
        guard name.lowercased().hasPrefix("swift") else { throw .otherLanguage(name) }
    }

    func cell(_ json: JSON, _ place: String) throws(NotebookProblem) -> NotebookCell {
        guard json.object != nil else { throw wrong(place, "an object", json) }
        guard let kind = json["cell_type"]?.string.flatMap(NotebookCell.Kind.init) else {
            throw wrong("\(place).cell_type", "'markdown', 'code' or 'raw'", json["cell_type"])
        }
        let metadata = try object(json["metadata"] ?? .object([]), "\(place).metadata")
        let source = try text(json["source"], "\(place).source").withPlainLines
        let attachments = try attachments(json["attachments"], "\(place).attachments")
        return NotebookCell(kind, source, metadata: metadata, attachments: attachments)
    }

    private func attachments(_ json: JSON?, _ place: String) throws(NotebookProblem) -> [String: [String: String]] {
        guard let json, json != .null else { return [:] }
        var attachments: [String: [String: String]] = [:]
        for (name, bundle) in try object(json, place) {
            for (type, data) in try object(bundle, "\(place).\(name)") {
                attachments[name, default: [:]][type] = try text(data, "\(place).\(name).\(type)")
            }
        }
        return attachments
    }

    private func text(_ json: JSON?, _ place: String) throws(NotebookProblem) -> String {
        if let text = json?.string { return text }
        guard let lines = json?.array?.map(\.string), !lines.contains(nil) else {
            throw wrong(place, "a text or a list of texts", json)
        }
        return lines.compactMap { $0 }.joined()
    }

    func array(_ json: JSON?, _ place: String) throws(NotebookProblem) -> [JSON] {
        guard let array = json?.array else { throw wrong(place, "a list", json) }
        return array
    }

    func object(_ json: JSON, _ place: String) throws(NotebookProblem) -> [String: JSON] {
        guard let members = json.object else { throw wrong(place, "an object", json) }
        return Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) })
    }

    private func wrong(_ place: String, _ expected: String, _ json: JSON?) -> NotebookProblem {
        let found =
            switch json {
            case nil: "missing"
            case .null: "null"
            case .bool, .integer, .number: json!.text
            case .string(let text): "'\(text.prefix(40))'"
            case .array(let elements) where elements.contains { $0.string == nil }: "a list of other things"
            case .array: "a list"
            case .object: "an object"
            }
        return .misplaced(place: place, expected: expected, found: found)
    }
}

extension String {
    fileprivate var withPlainLines: String {
        guard utf8.contains(where: { $0 == 0x0D || $0 == 0 }) else { return self }
        return ChapterText.lines(of: self).joined(separator: "\n").replacing("\0", with: "\u{FFFD}")
    }
}
