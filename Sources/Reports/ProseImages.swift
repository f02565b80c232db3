import Chapters

/// The files that the images of a chapter's prose show, for formats that keep the author's Markdown.
public struct ProseImages: Sendable {
    public struct Image: Equatable, Sendable {
        /// As the prose has it.
        public let address: String
        /// The file, by a path that is its alone.
        public let path: String
        /// Such as `image/png`.
        public let type: String

        public init(address: String, path: String, type: String) {
            self.address = address
            self.path = path
            self.type = type
        }
    }

    /// One of the images for each file, in the order of the text, and the file's name in a report: `image-1.png`.
    public let files: [(image: Image, name: String)]
    private let names: [String: String]

    public init(_ images: [Image] = []) {
        var names: [String: String] = [:]
        var files: [(image: Image, name: String)] = []
        for image in images where names[image.address] == nil {
            let known = files.first { $0.image.path == image.path }?.name
            let ending = image.path.split(separator: ".").last.map { ".\($0.lowercased())" } ?? ""
            let name = known ?? "image-\(files.count + 1)\(ending)"
            if known == nil { files.append((image, name)) }
            names[image.address] = name
        }
        (self.files, self.names) = (files, names)
    }

    /// The prose with other addresses.
    ///
    /// - Parameter address: that of the file of a name; nil where the author's stays.
    func addressed(_ markdown: String, by address: @escaping (String) -> String?) -> String {
        guard !names.isEmpty else { return markdown }
        return ImageAddresses.replaced(in: markdown) { names[$0].flatMap(address) }
    }
}
