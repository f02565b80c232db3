import Glibc
import Testing

@testable import Plots

@Suite struct SavingTests {
    private let figure = Figure(size: (4, 3)) { LinePlot([1, 3, 2]) }

    private func withFolder(_ body: (String) throws -> Void) throws {
        var template = Array("/tmp/plots-XXXXXX".utf8CString)
        _ = mkdtemp(&template)
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { rmdir(folder) }
        try body(folder)
    }

    @Test func `An SVG file stands by itself: with colours of its own`() throws {
        try withFolder { folder in
            let path = "\(folder)/figure.svg"
            defer { unlink(path) }
            try figure.save(path)
            let text = try TextFile.read(path)
            #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="))
            #expect(text.contains(";color:#1f2328\""))
            #expect(text.contains("<rect width=\"288\" height=\"216\" fill=\"white\"/>"))
        }
    }

    @Test(arguments: [("png", [0x89, 0x50, 0x4E, 0x47]), ("pdf", [0x25, 0x50, 0x44, 0x46])])
    func `PNG and PDF are made where librsvg is, and refused with words where it is not`(
        ending: String, signature: [UInt8]
    ) throws {
        try withFolder { folder in
            let path = "\(folder)/figure.\(ending)"
            defer { unlink(path) }
            do {
                try figure.save(path)
                #expect(try Array(TextFile.readBytes(path).prefix(4)) == signature)
            } catch FigureFileError.converterIsMissing {
                #expect(FigureFileError.converterIsMissing(path: path).description.contains("librsvg2-bin"))
            }
        }
    }

    @Test func `An ending that is no format, and a folder that is not there, are errors with words`() {
        #expect(throws: FigureFileError.unknownFormat(path: "figure.gif")) { try figure.save("figure.gif") }
        #expect(
            FigureFileError.unknownFormat(path: "figure.gif").description
                == "figure.gif: a figure is saved as .svg, .png or .pdf, by the ending of the file's name")
        #expect(throws: FigureFileError.cannotWrite(path: "/no/such/a.svg", reason: "No such file or directory")) {
            try figure.save("/no/such/a.svg")
        }
    }
}
