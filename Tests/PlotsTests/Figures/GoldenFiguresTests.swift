import Glibc
import Testing

@testable import Plots

/// Every figure of `goldenFigures` is drawn and compared, byte for byte, with its file in `Golden/`.
///
/// After a change that is meant to be seen, look at the figures and record them again:
///
///     PLOTS_RECORD=1 swift test --filter GoldenFiguresTests
@Suite struct GoldenFiguresTests {
    static let folder =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
        .joined(separator: "/") + "/Golden"

    @Test(arguments: goldenFigures)
    func `The figure is drawn as it was`(golden: GoldenFigure) throws {
        let path = "\(Self.folder)/\(golden.name).svg"
        let svg = golden.figure().svg
        if getenv("PLOTS_RECORD") != nil { try TextFile.write(svg, to: path) }
        let recorded = try TextFile.read(path)
        #expect(svg == recorded, "\(golden.name).svg differs; see GoldenFiguresTests for how to record it again")
    }

    @Test func `No two figures share a name`() {
        #expect(Set(goldenFigures.map(\.name)).count == goldenFigures.count)
    }
}

extension Figure {
    var svg: String {
        guard case .figure(let output) = output else { return "" }
        return output.svg
    }

    /// The drawing with its places and paints, but none of its words.
    var svgWithoutWords: String {
        svg.replacing(/<(title|desc)>[^<]*<\/(title|desc)>|>[^<]*<\/text>/, with: "")
    }
}

/// Files as strings, for tests.
enum TextFile {
    struct Failure: Error {
        let path: String
        let message: String
    }

    static func read(_ path: String) throws -> String {
        String(decoding: try readBytes(path), as: UTF8.self)
    }

    static func readBytes(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw Failure(path: path, message: String(cString: strerror(errno))) }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let size = ftell(file)
        rewind(file)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, file)
        }
    }

    static func write(_ text: String, to path: String) throws {
        guard let file = fopen(path, "wb") else { throw Failure(path: path, message: String(cString: strerror(errno))) }
        fputs(text, file)
        fclose(file)
    }
}
