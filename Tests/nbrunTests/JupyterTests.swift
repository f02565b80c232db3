import Foundation
import Testing

/// What Jupyter's own tools say of nbrun's notebooks.
@Suite(
    .enabled(
        if: FileManager.default.fileExists(atPath: Jupyter.folder.path),
        "there is no nbformat and no nbconvert: make .build/test-tools/jupyter"))
struct JupyterTests {
    static let chapters = [
        ["ch6.md", "-p", "epochs=1", "-p", "trainCount=640"], ["ch6.ko.md", "-p", "epochs=1", "-p", "trainCount=640"],
        ["tour.md"],
    ]

    @Test(arguments: chapters) func theNotebookOfAChapterIsValidAndRendered(arguments: [String]) throws {
        let line = try CommandLine()
        defer { line.remove() }
        let chapter = CommandLine.repository.appendingPathComponent("notebooks/\(arguments[0])")
        let text = try String(contentsOf: chapter, encoding: .utf8)
        try line.write(text, to: arguments[0])
        let run = try line.nbrun(arguments: arguments + ["--to", "ipynb"])
        #expect(run.status == 0, "\(run.errors.suffix(2000))")
        let name = "output/" + arguments[0].replacing(".md", with: "")
        try Jupyter.check("\(name).ipynb", in: line)
        #expect(try line.read("\(name).html").contains("data:image/svg+xml;base64,"))
        #expect(try line.nbrun("convert", "\(name).ipynb", "-o", "back.md").status == 0)
        #expect(try line.read("back.md") == text)
    }

    @Test func itsImagesAreAttachedToItsCells() throws {
        let line = try CommandLine()
        defer { line.remove() }
        let pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        try Data(base64Encoded: pixel)!.write(to: line.folder.appendingPathComponent("pixel.png"))
        try line.write("A ![pixel](pixel.png)\n\n" + chapter("1") + "\n![pixel](pixel.png) again\n", to: "a.md")
        #expect(try line.nbrun("a.md", "--to", "ipynb").status == 0)
        try Jupyter.check("output/a.ipynb", in: line)
        let page = try line.read("output/a.html")
        #expect(page.matches(of: /src="data:image\/png;base64,/).count == 2 && page.contains(pixel))
    }

    @Test func soIsThatOfAChapterWithErrorsColoursAndTables() throws {
        let line = try CommandLine()
        defer { line.remove() }
        try line.write(
            chapter(
                "print(\"\\u{1B}[31mred\\u{1B}[0m\")\nimport Foundation\n"
                    + "FileHandle.standardError.write(Data(\"careful\".utf8))",
                "Table(columns: [\"x\": [1.0, 2.0], \"<n>\": [3.5, 4.0]])", "//| error: true\nlet x: Int = \"drei\"",
                "//| error: true\n[1][5]", "//| label: 장.b\n//| tags: [a, a, \"\", \"b,c\"]\n\"\"", "", ""), to: "a.md")
        #expect(try line.nbrun("a.md", "--to", "ipynb").status == 0)
        try Jupyter.check("output/a.ipynb", in: line)
        let page = try line.read("output/a.html")
        for text in [
            "<span class=\"ansi-red-fg\">red</span>", "careful", "&lt;n&gt;", "Index out of range",
            "cannot convert value of type",
        ] { #expect(page.contains(text), "\(text)") }
    }
}

/// nbformat and nbconvert, in the folder that `make test` puts them in.
enum Jupyter {
    static let folder = CommandLine.repository.appendingPathComponent(".build/test-tools/jupyter")

    /// Expects that nbformat finds the notebook valid and would write the same bytes, and that nbconvert makes a page of it.
    static func check(_ notebook: String, in line: CommandLine) throws {
        let program = """
            import nbformat, sys
            text = open(sys.argv[1], encoding="utf-8").read()
            notebook = nbformat.reads(text, as_version=4)
            nbformat.validate(notebook)
            identifiers = [cell.id for cell in notebook.cells]
            assert len(set(identifiers)) == len(identifiers), identifiers
            assert nbformat.writes(notebook) + "\\n" == text, "nbformat would write it in another way"
            """
        let complaints = try python(["-W", "error::UserWarning", "-c", program, notebook], in: line)
        #expect(complaints == "")
        let conversion = try python(["-m", "nbconvert", "--to", "html", "--log-level", "ERROR", notebook], in: line)
        #expect(conversion == "")
    }

    /// What Python says on standard error.
    private static func python(_ arguments: [String], in line: CommandLine) throws -> String {
        let python = Process()
        let errors = Pipe()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        python.arguments = ["python3"] + arguments
        python.currentDirectoryURL = line.folder
        var environment = ProcessInfo.processInfo.environment
        environment["PYTHONPATH"] = folder.path
        environment["JUPYTER_PATH"] = folder.appendingPathComponent("share/jupyter").path
        python.environment = environment
        python.standardError = errors
        try python.run()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        python.waitUntilExit()
        let text = String(decoding: said, as: UTF8.self)
        return python.terminationStatus == 0 ? text : "status \(python.terminationStatus): \(text)"
    }
}
