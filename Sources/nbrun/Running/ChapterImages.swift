import Chapters
import Foundation
import Sessions

/// An image file that a chapter's prose shows.
struct LocalImage {
    /// As the prose has it.
    let address: String
    /// The path from the chapter's folder.
    let name: String
    /// Such as `image/png`.
    let type: String
    let data: Data

    var fingerprint: String { FileFingerprint.of(data) }
}

/// An image that is left out.
struct ImageProblem {
    /// As the prose has it.
    let address: String
    let line: Int
    let fault: FileFault

    /// `ch6.md:12: there is no image 'x.png'`.
    func description(in chapter: String) -> String { "\(chapter):\(line): \(fault.message(aboutImage: address))" }
}

/// Reads the images of a chapter's prose, by the rules of its folder, and remembers which it left out.
///
/// 1. An address with a scheme other than `file:` is no file, and is left as it is.
/// 2. An image has the ending of a format that pages show, and at most 20 MB.
/// 3. What is left out keeps its address.
final class ChapterImages {
    private let folder: LocalFolder
    private(set) var shown: [LocalImage] = []
    private(set) var problems: [ImageProblem] = []

    private static let types = [
        "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml",
        "webp": "image/webp", "avif": "image/avif",
    ]

    private static let largestSize = 20_000_000

    init(folder: LocalFolder) {
        self.folder = folder
    }

    /// The image itself as a `data:` address; nil where it is no file of the folder, or cannot be shown.
    func dataAddress(of link: ChapterLink) -> String? {
        guard let name = Self.fileName(in: link.address) else { return nil }
        do throws(FileFault) {
            guard let type = Self.types[(name as NSString).pathExtension.lowercased()] else {
                throw .unreadable(problem: "pages show \(Self.types.keys.sorted().joined(separator: ", "))")
            }
            let image = LocalImage(
                address: link.address, name: name, type: type,
                data: try folder.data(of: name, atMost: Self.largestSize))
            shown.append(image)
            return "data:\(type);base64,\(image.data.base64EncodedString())"
        } catch {
            problems.append(ImageProblem(address: link.address, line: link.line, fault: error))
            return nil
        }
    }

    /// The path in an address; nil for one on the web, of data, or of a place in the text.
    static func fileName(in address: String) -> String? {
        guard !address.isEmpty, !address.hasPrefix("#"), !address.hasPrefix("//") else { return nil }
        let path: Substring
        if let scheme = address.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:/) {
            guard scheme.output.lowercased() == "file:" else { return nil }
            path = address[scheme.range.upperBound...].trimmingPrefix(/\/\/(localhost)?(?=\/)/)
        } else {
            path = address[...]
        }
        return path.removingPercentEncoding ?? String(path)
    }
}

extension FileFault {
    fileprivate func message(aboutImage address: String) -> String {
        switch self {
        case .missing(let nearest):
            "there is no image '\(address)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
        case .outside:
            "the image '\(address)' is left out: it lies outside of the chapter's folder (--allow-outside shows it)"
        case .isFolder: "the image '\(address)' is left out: it is a folder"
        case .notText: "the image '\(address)' is left out: it is not text"
        case .unreadable(let problem): "the image '\(address)' is left out: \(problem)"
        }
    }
}
