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
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("nbrun-\(UUID().uuidString).svg")
        defer { try? FileManager.default.removeItem(at: file) }
        guard (try? svg.write(to: file, atomically: false, encoding: .utf8)) != nil else { return nil }
        let (status, picture) = Self.convert(file)
        if status == Self.notFound {
            isMissing = true
            warn("figures are in the notebook as SVG only: PNG needs rsvg-convert (apt-get install librsvg2-bin)")
        }
        return status == 0 && !picture.isEmpty ? picture.base64EncodedString() : nil
    }

    /// The status by which `env` says that there is no such program.
    private static let notFound: Int32 = 127

    private static func convert(_ file: URL) -> (status: Int32, picture: Data) {
        let converter = Process()
        let output = Pipe()
        converter.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        converter.arguments = ["rsvg-convert", "--format", "png", "--zoom", "2", file.path]
        converter.standardOutput = output
        converter.standardError = FileHandle.nullDevice
        converter.standardInput = FileHandle.nullDevice
        guard (try? converter.run()) != nil else { return (notFound, Data()) }
        let picture = output.fileHandleForReading.readDataToEndOfFile()
        converter.waitUntilExit()
        return (converter.terminationStatus, picture)
    }
}
