import Foundation
import Reports

extension ReadChapter {
    /// The images of the prose for formats that keep the author's Markdown.
    var proseImages: ProseImages {
        ProseImages(images.map { ProseImages.Image(address: $0.address, path: $0.name, type: $0.type) })
    }

    func data(of image: ProseImages.Image) -> Data? {
        images.first { $0.name == image.path }?.data
    }

    /// An image as notebooks attach it; JupyterLab shows no attached SVG, so that becomes a PNG.
    ///
    /// - Parameter drawing: makes a PNG, in Base64, of SVG.
    func notebookData(of image: ProseImages.Image, drawing: (String) -> String?) -> NotebookImageData? {
        guard let data = data(of: image) else { return nil }
        guard image.type == "image/svg+xml" else {
            return NotebookImageData(type: image.type, base64: data.base64EncodedString())
        }
        return drawing(String(decoding: data, as: UTF8.self))
            .map { NotebookImageData(type: "image/png", base64: $0) }
    }
}
