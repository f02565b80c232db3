/// An image of a notebook on its way into a file.
package struct NotebookImage: Equatable, Sendable {
    /// A name without a folder.
    package let name: String
    /// Where the notebook has it.
    package let place: String
    /// Base64, but for SVG, which is text.
    package let data: String
    package var isText: Bool { name.hasSuffix(".svg") }
}

/// Gives a notebook's attached images names in a folder.
///
/// A name keeps the letters, digits, `-` and `_` of the attachment's, so that it cannot lead to another folder; the ending
/// is that of the media type. Different images of one name are told apart by a number.
struct AttachedImages {
    let folder: String
    private(set) var images: [NotebookImage] = []
    private(set) var warnings: [String] = []

    init(folder: String) {
        self.folder = folder
    }

    private static let endings = [
        "image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp",
        "image/avif": "avif",
    ]

    /// The cell with the addresses of the files in the place of its attachments.
    mutating func replace(in cell: NotebookCell, at index: Int) -> NotebookCell {
        var cell = cell
        let longestFirst = cell.attachments.sorted { ($0.key.count, $0.key) > ($1.key.count, $1.key) }
        for (name, bundle) in longestFirst {
            let place = "cells[\(index)].attachments.\(name)"
            guard let type = bundle.keys.filter({ Self.endings[$0] != nil }).sorted().last else {
                warnings.append("\(place): this is no image; it is left out")
                continue
            }
            let file = add(name, data: bundle[type]!, ending: Self.endings[type]!, place: place)
            let address = FileAddress.encoded("\(folder)/\(file)")
            for written in [name, FileAddress.encoded(name)] {
                cell.source = cell.source.replacing("attachment:\(written)", with: address)
            }
        }
        cell.attachments = [:]
        return cell
    }

    /// - Returns: the name of the file.
    private mutating func add(_ name: String, data: String, ending: String, place: String) -> String {
        let stem = name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex)
        let kept = String(stem.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" ? $0 : "-" }.prefix(60))
        let base = kept.isEmpty ? "image" : kept
        let names = sequence(first: 1) { $0 + 1 }.lazy.map { "\(base)\($0 == 1 ? "" : "-\($0)").\(ending)" }
        for name in names {
            guard let image = images.first(where: { $0.name == name }) else {
                images.append(NotebookImage(name: name, place: place, data: data))
                return name
            }
            if image.data == data { return name }
        }
        return base
    }
}
