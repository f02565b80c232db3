package import JSONCoding

/// A Jupyter notebook: its cells in order, and what is said of the whole.
package struct Notebook: Equatable, Sendable {
    package var cells: [NotebookCell]
    package var metadata: [String: JSON]

    package init(cells: [NotebookCell], metadata: [String: JSON] = [:]) {
        self.cells = cells
        self.metadata = metadata
    }
}

/// A cell of a notebook, as it stands in the file.
package struct NotebookCell: Equatable, Sendable {
    package enum Kind: String, Equatable, Sendable, CaseIterable {
        case markdown, code, raw
    }

    package let kind: Kind
    package var source: String
    package var metadata: [String: JSON]
    /// Images of a Markdown cell by the names that it calls them by, each with its data by media types.
    package var attachments: [String: [String: String]]
    /// What a code cell gave, as nbformat writes it.
    package var outputs: [JSON] = []
    /// The how-manieth a code cell was to run; nil if it did not.
    package var executionCount: Int?

    package init(
        _ kind: Kind, _ source: String, metadata: [String: JSON] = [:],
        attachments: [String: [String: String]] = [:]
    ) {
        self.kind = kind
        self.source = source
        self.metadata = metadata
        self.attachments = attachments
    }
}
