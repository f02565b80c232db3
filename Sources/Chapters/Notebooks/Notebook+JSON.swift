package import JSONCoding

extension Notebook {
    /// The file of nbformat 4.5, byte for byte as Jupyter itself would save it.
    package var text: String {
        let identifiers = CellIdentifiers(of: cells)
        let cells = zip(cells, identifiers.all).map { $0.json(identifier: $1) }
        let document: JSON = [
            "cells": .array(cells), "metadata": JSON(metadata), "nbformat": 4, "nbformat_minor": 5,
        ]
        return document.indentedText + "\n"
    }
}

extension NotebookCell {
    fileprivate func json(identifier: String) -> JSON {
        var members: [String: JSON] = [
            "cell_type": .string(kind.rawValue), "id": .string(identifier), "metadata": JSON(metadata),
            "source": JSON(linesOf: source),
        ]
        if !attachments.isEmpty {
            members["attachments"] = JSON(attachments.mapValues { JSON($0.mapValues(JSON.string)) })
        }
        if kind == .code {
            members["outputs"] = .array(outputs)
            members["execution_count"] = executionCount.map(JSON.integer) ?? .null
        }
        return JSON(members)
    }
}

extension JSON {
    /// An object; the keys are put in order when it is written.
    package init(_ members: [String: JSON]) {
        self = .object(members.sorted { $0.key < $1.key }.map { Member(key: $0.key, value: $0.value) })
    }

    /// A text as notebooks hold it: a list of lines, each with its line break.
    package init(linesOf text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "\($0)\n" }
        let last = lines.removeLast().dropLast()
        self = .array((lines + (last.isEmpty ? [] : [String(last)])).map(JSON.string))
    }
}
