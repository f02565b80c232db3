import Foundation

/// Makes PNG of SVG by librsvg's `rsvg-convert`, where it is installed.
final class DrawingRasterizer {
    private let warn: (String) -> Void
    private var isMissing = false

    /// - Parameter warn: told once where there is no such program.
    init(warn: @escaping (String) -> Void) {
        self.warn = warn
    }

    /// A PNG with two pixels for each of the drawing's, in Base64; nil where it cannot be made.
    func base64(of svg: String) -> String? {
        guard !isMissing else { return nil }
        let (status, picture) = Self.convert(svg)
        if status == Self.notFound {
            isMissing = true
            warn("figures are in the notebook as SVG only: PNG needs rsvg-convert (apt-get install librsvg2-bin)")
        }
        return status == 0 && !picture.isEmpty ? picture.base64EncodedString() : nil
    }

    /// The status by which `env` says that there is no such program.
    private static let notFound: Int32 = 127

    private static func convert(_ svg: String) -> (status: Int32, picture: Data) {
        // A temporary file that is gone when it is closed, however that comes about.
        guard let file = tmpfile() else { return (notFound, Data()) }
        defer { fclose(file) }
        let input = FileHandle(fileDescriptor: fileno(file), closeOnDealloc: false)
        guard (try? input.write(contentsOf: Data(svg.utf8))) != nil, (try? input.seek(toOffset: 0)) != nil else {
            return (notFound, Data())
        }
        let converter = Process()
        let output = Pipe()
        converter.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        converter.arguments = ["rsvg-convert", "--format", "png", "--zoom", "2"]
        converter.standardInput = input
        converter.standardOutput = output
        converter.standardError = FileHandle.nullDevice
        guard (try? converter.run()) != nil else { return (notFound, Data()) }
        let picture = output.fileHandleForReading.readDataToEndOfFile()
        converter.waitUntilExit()
        return (converter.terminationStatus, picture)
    }
}
