/// What is wrong with a data set's file, and where.
public enum DatasetError: Error, Equatable, Sendable {
    /// The file cannot be opened or read; `package` is the Debian package that brings it.
    case unreadable(path: String, reason: String, package: String?)
    /// The compressed data breaks off or is damaged before so many bytes of the content.
    case damagedCompression(path: String, offset: Int)
    /// The first two bytes of the content are not zero.
    case notIDX(path: String)
    /// Elements of a kind other than unsigned bytes; the code is the third byte of the content.
    case unsupportedElements(path: String, code: UInt8)
    /// A rank of 0, or more than a tensor of images needs.
    case unsupportedRank(path: String, rank: Int)
    /// The header announces more elements than a file of this size can hold.
    case impossibleSizes(path: String, sizes: [Int])
    /// There is more content than the header announces, from this byte of the content on.
    case trailingBytes(path: String, offset: Int)
    /// A sound file of another shape than this one's place wants; nil stands for any size.
    case wrongShape(path: String, shape: [Int], expected: [Int?])
    /// A sound file, but not the one that is known by this name.
    case unknownContent(path: String, digest: String, expected: String)
    /// Images and labels that do not belong together.
    case differentCounts(imagesPath: String, images: Int, labelsPath: String, labels: Int)
}

extension DatasetError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let path, let reason, let package):
            "\(path): \(reason)" + (package.map { "; to have the data set: apt-get install \($0)" } ?? "")
        case .damagedCompression(let path, let offset):
            "\(path): the gzip data is damaged or breaks off after \(offset) bytes of content"
        case .notIDX(let path):
            "\(path): not an IDX file: byte 0 or byte 1 of its content is not zero"
        case .unsupportedElements(let path, let code):
            "\(path): byte 2 of the content says element type \(code), but only 8 (unsigned bytes) is supported"
        case .unsupportedRank(let path, let rank):
            "\(path): byte 3 of the content says \(rank) axes, but 1 to \(IDXFile.largestRank) are supported"
        case .impossibleSizes(let path, let sizes):
            "\(path): the header announces \(sizes), more than a file of this size can hold"
        case .trailingBytes(let path, let offset):
            "\(path): the content goes on at byte \(offset), where it should end"
        case .wrongShape(let path, let shape, let expected):
            "\(path): the shape is \(shape), but should be like [\(Self.text(of: expected))]"
        case .unknownContent(let path, let digest, let expected):
            "\(path): not the data set's file: the SHA-256 of its elements is \(digest), but should be \(expected)"
        case .differentCounts(let imagesPath, let images, let labelsPath, let labels):
            "\(images) images in \(imagesPath), but \(labels) labels in \(labelsPath)"
        }
    }

    private static func text(of sizes: [Int?]) -> String {
        sizes.map { $0.map(String.init) ?? "any" }.joined(separator: ", ")
    }
}
