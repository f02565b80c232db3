import Foundation
import Testing

@Suite("12. A compiler or a library that is missing, or another one")
struct MissingToolsTests {
    private let line: CommandLine

    init() throws {
        line = try CommandLine()
        try line.write(chapter("1 + 1"), to: "a.md")
    }

    /// nbrun with a Swift runtime whose folder has these programs beside it.
    private func withToolchain(_ programs: [String: String]) throws -> CommandLine {
        let maps = try String(
            decoding: FileHandle(forReadingFrom: URL(fileURLWithPath: "/proc/self/maps")).readToEnd()!, as: UTF8.self)
        let runtime = try #require(
            maps.split(whereSeparator: \.isWhitespace).first { $0.hasSuffix("/libswiftCore.so") })
        try line.write("", to: "usr/lib/swift/linux/.keep")
        let folder = line.folder.path + "/usr/lib/swift/linux"
        try FileManager.default.copyItem(atPath: String(runtime), toPath: "\(folder)/libswiftCore.so")
        for (name, script) in programs {
            try line.write(script, to: "usr/bin/\(name)")
            chmod("\(line.folder.path)/usr/bin/\(name)", 0o755)
        }
        return line.with(["LD_LIBRARY_PATH": folder])
    }

    @Test(arguments: [([], "swift-frontend"), (["swift-frontend"], "ld.lld")])
    func aProgramOfTheToolchainThatIsMissingIsNamed(there: [String], missing: String) throws {
        defer { line.remove() }
        let programs = Dictionary(uniqueKeysWithValues: there.map { ($0, "#!/bin/sh\n") })
        let run = try withToolchain(programs).nbrun("a.md")
        #expect(run.status == 138)
        #expect(
            run.errors.hasPrefix(
                "error: \(line.folder.resolvingSymlinksInPath().path)/usr/bin/\(missing) is missing; cells are compiled by the Swift "
            ), "\(run.errors)")
        #expect(run.errors.hasSuffix("or build nbrun with the one that is there\n"), "\(run.errors)")
    }

    /// What a compiler says that did not make nbrun's modules; it stands for one, since only one is installed.
    @Test func anotherCompilerIsToldFromAFaultOfTheCell() throws {
        defer { line.remove() }
        let other = """
            #!/bin/sh
            case $1 in --version) echo 'Swift version 5.9 (swift-5.9-RELEASE)'; exit;; esac
            cat <&3 >/dev/null
            echo "main.swift:1:20: error: compiled module was created by a newer version of the compiler: /x" >&2
            exit 1
            """
        let run = try withToolchain(["swift-frontend": other, "ld.lld": "", "swift-autolink-extract": ""])
            .nbrun("--fresh", "a.md")
        #expect(run.status == 138)
        let root = line.folder.resolvingSymlinksInPath().path + "/usr"
        #expect(
            run.errors
                == "✗ [1/1] a.md:2 cell-1 failed\nerror: nbrun was built with another compiler than the one in \(root), which is "
                + "Swift version 5.9 now; build nbrun with it again\n")
    }

    /// So it can always say which library cells lack.
    @Test func nbrunItselfNeedsNoPackage() throws {
        defer { line.remove() }
        let needed = try line.shell("ldd '\(CommandLine.program.path)'").output
        #expect(needed.contains("libswiftCore.so"))
        for library in ["cmark", "xxhash", "dnnl", "gomp", "png", "libz"] {
            #expect(!needed.contains(library), "\(needed)")
        }
    }

    /// An installed copy that asks for versions of libraries which no Debian has.
    @Test func librariesThatAreMissingAreNamedWithTheirPackages() throws {
        defer { line.remove() }
        let repository = CommandLine.repository.path
        #expect(try line.shell("make -s -C '\(repository)' install-built PREFIX=$PWD/usr").status == 0)
        let prelude = line.folder.appendingPathComponent("usr/lib/nbrun/libPrelude.so")
        var bytes = try Data(contentsOf: prelude)
        for (name, other) in [("libdnnl.so.2", "libdnnl.so.9"), ("libpng16.so.16", "libpng16.so.99")] {
            bytes.replaceSubrange(try #require(bytes.range(of: Data(name.utf8))), with: Data(other.utf8))
        }
        try bytes.write(to: prelude)
        let installed = line.folder.appendingPathComponent("usr/bin/nbrun")
        let complaint =
            "libdnnl.so.9, libpng16.so.99 cannot be found, which cells need; apt-get install libdnnl-dev libpng-dev\n"
        let run = try line.nbrun("a.md", program: installed)
        #expect(run.status == 138 && run.errors == "error: \(complaint)", "\(run.errors)")
        #expect(try line.nbrun("doctor", program: installed).errors.contains(complaint))
    }
}
