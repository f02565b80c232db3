import Glibc
internal import OutputFiles

/// Makes PNG and PDF of SVG by `rsvg-convert`, which reads and writes files that are open already.
enum SVGConverter {
    static func convert(_ svg: String, to path: String, format: String, zoom: Double) throws(FigureFileError) {
        let source = try namelessFile(holding: svg, for: path)
        defer { close(source) }
        // At 72 dots an inch, a unit of the drawing is a point of the page.
        let resolution = ["--dpi-x", "72", "--dpi-y", "72"]
        let arguments = ["rsvg-convert", "-f", format, "-z", SVGNumber.text(zoom, decimals: 4)] + resolution
        try FigureFile.write(to: path) { file throws(FigureFileError) in
            let status = try run(arguments, input: source, output: file.descriptor, for: path)
            guard status == 0 else { throw .converterFailed(path: path, status: status) }
        }
    }

    /// A temporary file that is gone when it is closed, however that comes about.
    private static func namelessFile(holding text: String, for path: String) throws(FigureFileError) -> Int32 {
        guard let file = tmpfile() else { throw .cannotWrite(path: path, reason: systemReason()) }
        defer { fclose(file) }
        let bytes = Array(text.utf8)
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0,
            lseek(fileno(file), 0, SEEK_SET) == 0
        else { throw .cannotWrite(path: path, reason: systemReason()) }
        return fcntl(fileno(file), F_DUPFD_CLOEXEC, 0)
    }

    private static func run(
        _ arguments: [String], input: Int32, output: Int32, for path: String
    ) throws(FigureFileError) -> Int {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        var pointers = arguments.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        var process = pid_t()
        guard posix_spawnp(&process, arguments[0], &actions, nil, &pointers, environ) == 0 else {
            throw .converterIsMissing(path: path)
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        // WEXITSTATUS, or 128 and the signal's number as a shell gives it.
        return status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(status & 0x7F)
    }

    private static func systemReason() -> String { String(cString: strerror(errno)) }
}
