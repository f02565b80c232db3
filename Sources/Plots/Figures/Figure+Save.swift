import Display
internal import OutputFiles

extension Figure {
    /// Writes the figure into a file: SVG, PNG or PDF, by the ending of its name.
    ///
    ///     try figure.save("curves.pdf")
    ///     try figure.save("curves.png", pixelsPerInch: 300)
    ///     try figure.save("curves.svg", background: nil)      // transparent
    ///
    /// Text is dark; the background is a colour as CSS writes it, or none. PNG and PDF need librsvg's `rsvg-convert`
    /// (Debian's package librsvg2-bin).
    public func save(
        _ path: String, background: String? = "white", pixelsPerInch: Double = 144
    ) throws(FigureFileError) {
        let element = FigureDrawing(figure: self).element(
            alternativeText: alternativeText, foreground: "#1f2328", background: background)
        let svg = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element.markup(pixelZoom: 8)
        switch FigureFile.Format(path) {
        case .svg:
            try FigureFile.write(to: path) { file throws(FigureFileError) in
                do throws(FileProblem) { try file.write(Array(svg.utf8)) } catch { throw FigureFileError(error) }
            }
        case .png:
            try SVGConverter.convert(svg, to: path, format: "png", zoom: pixelsPerInch / FigureDrawing.unitsPerInch)
        case .pdf: try SVGConverter.convert(svg, to: path, format: "pdf", zoom: 1)
        case nil: throw .unknownFormat(path: path)
        }
    }
}

/// Why a figure could not be saved.
public enum FigureFileError: Error, Equatable, CustomStringConvertible {
    case unknownFormat(path: String)
    case cannotWrite(path: String, reason: String)
    case converterIsMissing(path: String)
    case converterFailed(path: String, status: Int)

    public var description: String {
        switch self {
        case .unknownFormat(let path):
            "\(path): a figure is saved as .svg, .png or .pdf, by the ending of the file's name"
        case .cannotWrite(let path, let reason):
            "\(path): the figure cannot be written (\(reason))"
        case .converterIsMissing(let path):
            "\(path): PNG and PDF need rsvg-convert, which is not installed (apt-get install librsvg2-bin); .svg needs nothing"
        case .converterFailed(let path, let status):
            "\(path): rsvg-convert ended with status \(status)"
        }
    }
}

enum FigureFile {
    enum Format: String {
        case svg
        case png
        case pdf

        init?(_ path: String) {
            guard let ending = path.split(separator: ".").last else { return nil }
            self.init(rawValue: ending.lowercased())
        }
    }

    /// Writes a file that is wholly the old or wholly the new one.
    ///
    /// - Parameter fill: gives the file its bytes.
    static func write(
        to path: String, _ fill: (OutputFile) throws(FigureFileError) -> Void
    ) throws(FigureFileError) {
        let file: OutputFile
        do throws(FileProblem) { file = try OutputFile(path: path) } catch { throw FigureFileError(error) }
        try fill(file)
        do throws(FileProblem) { try file.finish() } catch { throw FigureFileError(error) }
    }
}

extension FigureFileError {
    init(_ problem: FileProblem) {
        self = .cannotWrite(path: problem.path, reason: problem.problem)
    }
}
