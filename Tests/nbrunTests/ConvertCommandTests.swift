import Foundation
import Testing

@Suite struct ConvertCommandTests {
    private let line: CommandLine

    init() throws {
        line = try CommandLine()
    }

    /// A notebook of Swift with these cells.
    private func notebook(_ cells: String...) -> String {
        """
        {"nbformat": 4, "nbformat_minor": 2, "metadata": {"kernelspec": {"name": "swift", "display_name": "Swift"}},
         "cells": [\(cells.joined(separator: ",\n"))]}
        """
    }

    @Test func aNotebookBecomesAChapterThatRuns() throws {
        defer { line.remove() }
        try line.write(
            notebook(
                ##"{"cell_type": "markdown", "source": ["# Waves\n", "![a](attachment:a.png)"], "##
                    + #""attachments": {"a.png": {"image/png": "iVBORw0KGgo="}}}"#,
                #"{"cell_type": "code", "source": "print(1 + 1)", "outputs": []}"#), to: "notebooks/waves.ipynb")
        let run = try line.nbrun("convert", "notebooks/waves.ipynb")
        #expect(run.errors == "")
        #expect(run.output == "notebooks/waves.md\n")
        #expect(
            try line.read("notebooks/waves.md")
                == "# Waves\n![a](waves_files/a.png)\n\n```swift\nprint(1 + 1)\n```\n")
        let image = try Data(contentsOf: line.folder.appendingPathComponent("notebooks/waves_files/a.png"))
        #expect(Array(image) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        #expect(try line.nbrun("notebooks/waves.md").status == 0)
    }

    @Test func aChapterComesBackFromItsNotebook() throws {
        defer { line.remove() }
        let text = "---\ntitle: T\n---\n\n> ~~~ swift\n> 1\n> ~~~\n\n\nend"
        try line.write(text, to: "a.md")
        #expect(try line.nbrun("a.md", "--to", "ipynb").status == 0)
        #expect(try line.nbrun("convert", "output/a.ipynb", "-o", "b.md").output == "b.md\n")
        #expect(try line.read("b.md") == text)
    }

    @Test func aChapterThatIsThereIsKept() throws {
        defer { line.remove() }
        try line.write(notebook(), to: "a.ipynb")
        try line.write("mine", to: "a.md")
        let run = try line.nbrun("convert", "a.ipynb")
        #expect(run.status == 64)
        #expect(
            run.errors.contains("a.md is there already; name another file with -o, or replace it with --force"))
        #expect(try line.nbrun("convert", "a.ipynb", "-o", "a.md").status == 64)
        #expect(try line.read("a.md") == "mine")
        #expect(try line.nbrun("convert", "a.ipynb", "--force").status == 0)
        #expect(try line.read("a.md") != "mine")
    }

    @Test func whatIsNoNotebookOfSwiftIsToldInOneLine() throws {
        defer { line.remove() }
        #expect(try line.nbrun("convert", "a.ipynb").status == 66)
        try line.write("{\"cells\": [\n  {]}", to: "a.ipynb")
        let broken = try line.nbrun("convert", "a.ipynb")
        #expect(broken.status == 64)
        #expect(broken.errors == "error: a.ipynb:2:4: this is not JSON: expected a string, but found \"]\"\n")
        try line.write(
            notebook(
                #"{"cell_type": "markdown", "source": "![](attachment:a)", "attachments": {"a": {"image/png": "ä"}}}"#),
            to: "b.ipynb")
        let image = try line.nbrun("convert", "b.ipynb")
        #expect(image.status == 64)
        #expect(
            image.errors
                == "error: b.ipynb: cells[0].attachments.a must be an image in Base64, but is something else\n")
        #expect(!line.exists("a.md") && !line.exists("b.md"))
    }

    @Test func repairsAreToldWithTheirPlaces() throws {
        defer { line.remove() }
        try line.write(
            notebook(#"{"cell_type": "markdown", "source": "```swift\n1\n```"}"#), to: "a.ipynb")
        let run = try line.nbrun("convert", "a.ipynb")
        #expect(run.status == 0)
        #expect(
            run.errors
                == "warning: a.ipynb: cells[0]: a fence of 'swift' in Markdown is written as '{.swift}', to be shown and not run\n"
        )
    }
}
