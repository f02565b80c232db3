import Foundation
import Sessions
import Testing

@testable import nbrun

/// Nothing that nbrun did not write itself is replaced without `--force`, and it is told before anything runs.
@Suite struct KeptFilesTests {
    private let line: CommandLine

    init() throws {
        line = try CommandLine()
    }

    struct Case: CustomTestStringConvertible {
        /// What is called with which arguments, as in a shell.
        let command: String
        /// Beside the chapters that the command names.
        var files: [String: String] = [:]
        let status: Int32
        let message: String
        /// What `--force` ends with; nil where it changes nothing.
        var forced: Int32?

        var testDescription: String { command }
    }

    private static let anothers =
        "cannot be written: a file is there that nbrun did not write; "
        + "name another place with -o, or replace it with --force"

    @Test(arguments: [
        Case(
            command: "a/intro.md b/intro.md -o out/", status: 64,
            message: "out/intro.html cannot be the report of both a/intro.md and b/intro.md; "
                + "run them one by one, each with an -o of its own"),
        Case(
            command: "a/intro.md b/c/intro.md -o out/ --to ipynb", status: 64,
            message: "out/intro.ipynb cannot be the report of both a/intro.md and b/c/intro.md; "
                + "run them one by one, each with an -o of its own"),
        Case(
            command: "index.md b.md -o out/", status: 64,
            message: "out/index.html cannot be the report of both index.md and the list of chapters; "
                + "run them one by one, each with an -o of its own"),
        Case(
            command: "x.md X.md -o out/", status: 64,
            message: "out/X.html and out/x.html differ in case only and are one file on many disks; "
                + "run them one by one, each with an -o of its own, or give --force", forced: 0),
        Case(command: "x.md ./x.md", status: 64, message: "./x.md is named twice; name it once"),
        Case(
            command: "x.md -o .", files: ["x.html": "mine"], status: 73, message: "./x.html \(anothers)", forced: 0),
        Case(
            command: "x.md", files: ["output/x.html": ""], status: 73, message: "output/x.html \(anothers)", forced: 0),
        Case(
            command: "x.md y.md -o .", files: ["index.html": "mine"], status: 73, message: "./index.html \(anothers)",
            forced: 0),
        Case(
            command: "x.md y.md -o .", files: ["y.html": "mine"], status: 73, message: "./y.html \(anothers)", forced: 0
        ),
        Case(
            command: "x.md -o . --to ipynb", files: ["x.ipynb": "{\"cells\": []}"], status: 73,
            message: "./x.ipynb \(anothers)", forced: 0),
        Case(
            command: "n/x.md -o . --to md", files: ["x.md": "another chapter"], status: 73,
            message: "./x.md \(anothers)", forced: 0),
        Case(
            command: "n/x.md y.md -o y.md --to md", status: 64,
            message: "-o must be a folder when several chapters are run, but is 'y.md'"),
        Case(
            command: "n/y.md y.md -o . --to md", status: 73,
            message: "./y.md cannot be written: it is the chapter y.md; name another place with -o"),
        Case(command: "x.md -o . --to md", status: 73, message: "./x.md cannot be written: it is the chapter itself"),
        Case(
            command: "x.md -o missing/.. --to md", status: 73,
            message: "missing/../x.md cannot be written: it is the chapter itself"),
        Case(
            command: "x.md -o missing/../", files: ["x.html": "mine"], status: 73,
            message: "missing/../x.html \(anothers)", forced: 0),
        Case(
            command: "x.md --to md", files: ["output/x_files/figure-1.svg": "mine"], status: 73,
            message: "output/x_files/figure-1.svg \(anothers)", forced: 0),
        Case(
            command: "plt.md --to md --to html",
            files: [
                "plt.md": chapter("plt.plot([1, 2])\nplt.show()", "plt.plot([2, 1])", "plt . show ( )"),
                "output/plt_files/figure-2.svg": "mine",
            ], status: 73, message: "output/plt_files/figure-2.svg \(anothers)", forced: 0),
        Case(
            command: "current.md --to md",
            files: ["current.md": chapter("plt.plot([1, 2])\nplt.current"), "output/current_files/figure-1.svg": ""],
            status: 73, message: "output/current_files/figure-1.svg \(anothers)", forced: 0),
        Case(
            command: "open.md --to md",
            files: [
                "open.md": chapter("plt.plot([1, 2])\nplt.show()\nplt.plot([2, 1])", "1"),
                "output/open_files/figure-2.svg": "",
            ], status: 73, message: "output/open_files/figure-2.svg \(anothers)", forced: 0),
        Case(
            command: "x.md reader.md -o .",
            files: ["reader.md": "```swift\n//| depends: x.html\n1\n```\n", "x.html": "data"], status: 73,
            message: "./x.html cannot be written: reader.md reads it; name another place with -o"),
        Case(
            command: "reader.md x.md -o out --to md",
            files: [
                "reader.md": "```swift\n//| include: out/x_files/figure-1.svg\n1\n```\n",
                "out/x_files/figure-1.svg": "1",
            ], status: 73,
            message: "out/x_files/figure-1.svg cannot be written: reader.md reads it; name another place with -o"),
        Case(
            command: "picture.md x.md -o out --to md",
            files: ["picture.md": "![](out/x_files/figure-1.svg)\n", "out/x_files/figure-1.svg": "<svg/>"], status: 73,
            message: "out/x_files/figure-1.svg cannot be written: picture.md reads it; name another place with -o"),
        Case(
            command: "read.md -o .",
            files: ["read.md": "```swift\n//| depends: read.html\n1\n```\n", "read.html": "data"],
            status: 73,
            message: "./read.html cannot be written: read.md reads it; name another place with -o"),
        Case(
            command: "read.md -o r.html",
            files: ["read.md": "```swift\n//| depends: [r.nbrun.json]\n1\n```\n", "r.nbrun.json": "data"], status: 73,
            message: "r.nbrun.json cannot be written: read.md reads it; name another place with -o"),
        Case(
            command: "read.md -o . --to md",
            files: ["read.md": "![](read_files/image-1.svg)\n", "read_files/image-1.svg": "<svg/>", "out.txt": "mine"],
            status: 73, message: "./read.md cannot be written: it is the chapter itself"),
    ])
    func `a file of the author's stays, and no cell runs`(example: Case) throws {
        defer { line.remove() }
        let words = example.command.split(separator: " ").map(String.init)
        for name in words where name.hasSuffix(".md") && example.files[name] == nil {
            try line.write(chapter("Figure { LinePlot([1, 2]) }"), to: name)
        }
        for (name, text) in example.files { try line.write(text, to: name) }
        let before = try line.everything()
        let run = try line.nbrun(arguments: words)
        #expect(run.status == example.status, "\(run.errors)")
        #expect(run.errors.contains("rror: \(example.message)\n"), "\(run.errors)")
        #expect(!run.errors.contains("[1/1]"), "no cell has run: \(run.errors)")
        #expect(try line.everything() == before)
        let forced = try line.nbrun(arguments: words + ["--force"])
        #expect(forced.status == example.forced ?? example.status, "\(forced.errors)")
        if example.forced == nil { #expect(try line.everything() == before) }
    }

    @Test func `a data file beside a chapter of its name is no run record`() throws {
        defer { line.remove() }
        try line.write("{\"mine\": 1}", to: "data.json")
        try line.write(chapter("//| depends: data.json\n1 + 1"), to: "data.md")
        for _ in 1...2 { #expect(try line.nbrun("data.md", "-o", ".").status == 0) }
        #expect(try line.read("data.json") == "{\"mine\": 1}")
        #expect(line.exists("data.nbrun.json"))
        #expect(try line.nbrun("check", "data.md", "-o", ".").status == 0)
    }

    @Test(arguments: [
        ("output/a.html", "</h1>", "</h1><!-- mine -->"), ("output/a.md", "word", "my word"),
        ("output/a.ipynb", "word", "my word"), ("output/a_files/figure-1.svg", "</svg>", "<g/></svg>"),
        ("output/a_files/image-1.svg", "<svg", "<svg id='mine'"), ("output/index.html", "a.html", "c.html"),
    ])
    func `a report that somebody changed is not what nbrun wrote`(file: String, old: String, new: String) throws {
        defer { line.remove() }
        let arguments = ["a.md", "b.md", "--to", "html", "--to", "md", "--to", "ipynb"]
        try line.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "x.svg")
        try line.write("# Title\n\nA word. ![](x.svg)\n\n" + chapter("Figure { LinePlot([1, 2]) }"), to: "a.md")
        try line.write("# Another\n", to: "b.md")
        for _ in 1...2 { #expect(try line.nbrun(arguments: arguments).status == 0) }
        let whole = try line.read(file)
        let changed = whole.replacing(old, with: new)
        #expect(changed != whole)
        try line.write(changed, to: file)
        let run = try line.nbrun(arguments: arguments)
        #expect(run.status == 73)
        let message =
            "error: \(file) cannot be written: it was changed after nbrun wrote it; "
            + "name another place with -o, or replace it with --force\n"
        #expect(run.errors == message)
        #expect(try line.read(file) == changed)
        #expect(try line.nbrun(arguments: arguments + ["--force"]).status == 0)
        #expect(try line.read(file) == whole)
    }

    @Test func `a report without a run record is known by its seal, and an older page by its head`() throws {
        defer { line.remove() }
        try line.write(chapter("print(\"one\")"), to: "a.md")
        #expect(try line.nbrun("a.md", "--to", "html", "--to", "md", "--to", "ipynb").status == 0)
        try FileManager.default.removeItem(atPath: line.folder.path + "/output/a.nbrun.json")
        try line.write(chapter("print(\"two\")"), to: "a.md")
        #expect(try line.nbrun("a.md", "--to", "html", "--to", "md", "--to", "ipynb").status == 0)
        try FileManager.default.removeItem(atPath: line.folder.path + "/output/a.nbrun.json")
        let page = try line.read("output/a.html")
        let older = String(page.prefix(upTo: try #require(page.range(of: "<!-- nbrun-seal:")).lowerBound))
        try line.write(older, to: "output/a.html")
        #expect(try line.nbrun("a.md").status == 0)
        #expect(try line.read("output/a.html") == page)
    }

    @Test func `an older run record is still read`() throws {
        defer { line.remove() }
        try line.write(chapter("print(\"one\")"), to: "a.md")
        #expect(try line.nbrun("a.md", "--to", "html", "--to", "ipynb").status == 0)
        let output = line.folder.path + "/output"
        try FileManager.default.moveItem(atPath: output + "/a.nbrun.json", toPath: output + "/a.json")
        #expect(try line.nbrun("check", "a.md").status == 0)
        // As an older nbrun wrote it: without a seal, but with a record of it.
        let notebook = "{\"an older\": \"notebook\"}"
        let fingerprint = try #require(
            try line.read("output/a.json").firstMatch(of: /a\.ipynb",\s+"fingerprint" : "(\w+)"/))
        let record = try line.read("output/a.json").replacing(
            String(fingerprint.output.1), with: FileFingerprint.of(Data(notebook.utf8)))
        try line.write(record, to: "output/a.json")
        try line.write(notebook, to: "output/a.ipynb")
        #expect(try line.nbrun("check", "a.md").status == 0)
        #expect(try line.nbrun("a.md", "--to", "ipynb").status == 0)
        #expect(try line.read("output/a.ipynb").contains("one"))
        #expect(try line.read("output/a.json") == record)
    }

    @Test func `figures that are not a report's own stay beside it`() throws {
        defer { line.remove() }
        try line.write(chapter("Figure { LinePlot([1, 2]) }", "Figure { LinePlot([2, 1]) }"), to: "a.md")
        for name in ["figure-7.svg", "image-3.png", "figure-2.png"] {
            try line.write("mine", to: "output/a_files/\(name)")
        }
        #expect(try line.nbrun("a.md", "--to", "md").status == 0)
        try line.write(chapter("Figure { LinePlot([1, 2]) }"), to: "a.md")
        // A copy of the author's, of what nbrun drew.
        try line.write(try line.read("output/a_files/figure-1.svg"), to: "output/a_files/figure-9.svg")
        #expect(try line.nbrun("a.md", "--to", "md").status == 0)
        #expect(
            try line.contents(of: "output/a_files").keys.sorted()
                == ["figure-1.svg", "figure-2.png", "figure-7.svg", "figure-9.svg", "image-3.png"])
        #expect(try line.read("output/a_files/figure-7.svg") == "mine")
    }

    @Test func `more figures than were foreseen do not replace another's`() throws {
        defer { line.remove() }
        try line.write("mine", to: "output/a_files/figure-2.svg")
        try line.write(chapter("for _ in 1...2 { display(Figure { LinePlot([1, 2]) }) }"), to: "a.md")
        let run = try line.nbrun("a.md", "--to", "md")
        #expect(run.status == 73, "\(run.errors)")
        #expect(run.errors.hasSuffix("error: output/a_files/figure-2.svg \(Self.anothers)\n"), "\(run.errors)")
        #expect(try line.contents(of: "output/a_files").keys.sorted() == ["figure-2.svg"])
        #expect(try line.read("output/a_files/figure-2.svg") == "mine")
    }

    @Test func `a figure that cannot be written keeps no other report from being written`() throws {
        defer { line.remove() }
        try line.write("mine", to: "output/a_files/figure-2.svg")
        try line.write(chapter("func draw() { plt.plot([1, 2]); plt.show() }\ndraw()\ndraw()"), to: "a.md")
        let arguments = ["a.md", "--to", "md", "--to", "html", "--to", "ipynb"]
        let run = try line.nbrun(arguments: arguments)
        #expect(run.status == 73, "\(run.errors)")
        #expect(run.errors.hasSuffix("error: output/a_files/figure-2.svg \(Self.anothers)\n"), "\(run.errors)")
        #expect(run.output == "output/a.html\noutput/a.ipynb\n")
        #expect(
            try line.contents(of: "output").keys.sorted()
                == ["a.html", "a.ipynb", "a.nbrun.json", "a_files/figure-2.svg"])
        #expect(try line.read("output/a_files/figure-2.svg") == "mine")
        #expect(try line.nbrun("check", "a.md").status == 1, "the record says that a report is missing")
        #expect(try line.nbrun(arguments: arguments + ["--force"]).status == 0)
        #expect(try line.nbrun("check", "a.md").status == 0)
    }

    @Test func `no figure replaces a file that its chapter reads`() throws {
        defer { line.remove() }
        try line.write("mine", to: "output/a_files/figure-2.svg")
        let cell = "//| depends: output/a_files/figure-2.svg\nfor _ in 1...2 { display(Figure { LinePlot([1, 2]) }) }"
        try line.write(chapter(cell), to: "a.md")
        let run = try line.nbrun("a.md", "--to", "md", "--to", "html", "--force")
        #expect(run.status == 73, "\(run.errors)")
        let message =
            "error: output/a_files/figure-2.svg cannot be written: a.md reads it; name another place with -o\n"
        #expect(run.errors.hasSuffix(message), "\(run.errors)")
        #expect(run.output == "output/a.html\n")
        #expect(try line.read("output/a_files/figure-2.svg") == "mine")
    }

    @Test func `a chapter may read what nbrun writes for another one of the run`() throws {
        defer { line.remove() }
        try line.write(chapter("Figure { LinePlot([1, 2]) }"), to: "a.md")
        try line.write(chapter("//| depends: [output/a.md, output/a_files/figure-1.svg]\n1"), to: "b.md")
        #expect(try line.nbrun("a.md", "--to", "md").status == 0)
        let run = try line.nbrun("a.md", "b.md", "--to", "md")
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test func `names of one letter are names`() throws {
        defer { line.remove() }
        try line.write(chapter("1 + 1"), to: "x")
        #expect(try line.nbrun("x", "-o", "y/").output == "y/x.html\n")
        try line.write(chapter("//| depends: d\n1"), to: "a.md")
        #expect(try line.nbrun("a.md").errors.hasPrefix("error: there is no file 'd' in the chapter's folder"))
        #expect(try line.nbrun("x", "-o", "z", "--to", "md").output == "z/x.md\n")
    }

    @Test(arguments: [
        ("a/b.md", "a"), ("x", ""), ("x/", ""), ("/x", "/"), ("/", "/"), ("", ""), ("a//b/", "a"), ("./x", "."),
        ("//x", "/"),
        ("/a/b", "/a"),
    ])
    func `a path has a folder`(path: String, folder: String) {
        #expect(FilePath.folder(of: path) == folder)
    }

    @Test func `a file that comes while the chapter runs stays, too`() throws {
        defer { line.remove() }
        let cell =
            "import Foundation\ntry \"mine\".write(toFile: \"output/a.html\", atomically: false, encoding: .utf8)"
        try line.write(chapter(cell), to: "a.md")
        let run = try line.nbrun("a.md")
        #expect(run.status == 73)
        #expect(run.errors.hasSuffix("error: output/a.html \(Self.anothers)\n"), "\(run.errors)")
        #expect(try line.read("output/a.html") == "mine")
    }

    @Test func `only what nbrun left unfinished is removed`() throws {
        defer { line.remove() }
        let names = [
            ".nbrun-mine.new", ".nbrun-0123456789abcdef.new", ".nbrun-\(String(repeating: "0", count: 32)).new",
        ]
        for name in names { try line.write("mine", to: "output/\(name)") }
        try line.write(chapter("1 + 1"), to: "a.md")
        #expect(try line.nbrun("a.md").status == 0)
        for name in names { #expect(try line.read("output/\(name)") == "mine") }
    }

    @Test func `a notebook is not replaced by its own chapter`() throws {
        defer { line.remove() }
        let notebook = """
            {"nbformat": 4, "nbformat_minor": 2, "metadata": {"kernelspec": {"name": "swift", "display_name": "Swift"}},
             "cells": [{"cell_type": "markdown", "source": "![](attachment:a.svg)",
                        "attachments": {"a.svg": {"image/svg+xml": "<svg/>"}}}]}
            """
        try line.write(notebook, to: "n.ipynb")
        try FileManager.default.createSymbolicLink(atPath: line.folder.path + "/l.md", withDestinationPath: "n.ipynb")
        for path in ["n.ipynb", "./n.ipynb", "l.md"] {
            for force in [[], ["--force"]] {
                let run = try line.nbrun(arguments: ["convert", "n.ipynb", "-o", path] + force)
                #expect(run.status == 64)
                #expect(run.errors.hasPrefix("error: \(path) is the notebook itself; name another file with -o\n"))
            }
        }
        #expect(try line.read("n.ipynb") == notebook)
        try line.write("mine", to: "b_files/a.svg")
        let images = try line.nbrun("convert", "n.ipynb", "-o", "b.md")
        #expect(images.status == 64)
        #expect(
            images.errors.hasPrefix(
                "error: b_files/a.svg is there already; name another file with -o, or replace it with --force\n"))
        #expect(try line.read("b_files/a.svg") == "mine" && !line.exists("b.md"))
        #expect(try line.nbrun("convert", "n.ipynb", "-o", "b.md", "--force").status == 0)
        #expect(try line.read("b_files/a.svg") == "<svg/>")
    }
}

extension CommandLine {
    /// The contents of all files in the folder and below it, but those that tests keep there themselves.
    fileprivate func everything() throws -> [String: Data] {
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return try names.reduce(into: [:]) { contents, name in
            var isFolder: ObjCBool = false
            let path = "\(folder.path)/\(name)"
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
                ![".stdout", ".stderr"].contains(name)
            else { return }
            contents[name] = try Data(contentsOf: URL(fileURLWithPath: path))
        }
    }
}
