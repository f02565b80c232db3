import Glibc

/// Makes PNG and PDF of SVG by `rsvg-convert`.
enum SVGConverter {
    static func convert(_ svg: String, to path: String, format: String, zoom: Double) throws(FigureFileError) {
        let source = try temporaryFile(holding: svg, for: path)
        defer { unlink(source) }
        // At 72 dots an inch, a unit of the drawing is a point of the page.
        let resolution = ["--dpi-x", "72", "--dpi-y", "72"]
        let arguments = ["rsvg-convert", "-f", format, "-z", SVGNumber.text(zoom, decimals: 4), "-o", path, source]
        let status = try run(arguments + resolution, for: path)
        guard status == 0 else { throw .converterFailed(path: path, status: status) }
    }

    private static func temporaryFile(holding svg: String, for path: String) throws(FigureFileError) -> String {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/figure-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: FigureFile.systemReason()) }
        close(descriptor)
        let name = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        try FigureFile.write(svg, to: name)
        return name
    }

    private static func run(_ arguments: [String], for path: String) throws(FigureFileError) -> Int {
        var pointers = arguments.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        var process = pid_t()
        guard posix_spawnp(&process, arguments[0], nil, nil, &pointers, environ) == 0 else {
            throw .converterIsMissing(path: path)
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        // WEXITSTATUS, or 128 and the signal's number as a shell gives it.
        return status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(status & 0x7F)
    }
}
