import Testing

@testable import Chapters

@Suite struct NotebookReaderTests {
    /// What is said of a file of this text.
    private func message(_ text: String) -> String? {
        do {
            _ = try Notebook(reading: Array(text.utf8))
            return nil
        } catch {
            return "x.ipynb\(error.message)"
        }
    }

    /// A notebook of Swift with these cells.
    private func notebook(_ cells: String) -> String {
        #"{"nbformat": 4, "metadata": {"kernelspec": {"name": "swift"}}, "cells": [\#(cells)]}"#
    }

    @Test func `a notebook of any minor version is read, its lines joined and its outputs left behind`() throws {
        let text = notebook(
            #"""
            {"cell_type": "markdown", "source": ["a\r\n", "b\u0000"], "attachments": {"x.png": {"image/png": "AA=="}}},
            {"cell_type": "code", "source": "1", "outputs": [7], "metadata": {"tags": ["t"]}}
            """#)
        let read = try Notebook(reading: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
        let markdown = NotebookCell(.markdown, "a\nb\u{FFFD}", attachments: ["x.png": ["image/png": "AA=="]])
        #expect(read.cells == [markdown, NotebookCell(.code, "1", metadata: ["tags": ["t"]])])
    }

    @Test(arguments: [
        ("", "x.ipynb:1:1: this is not JSON: it breaks off"),
        ("{\n \"cells\": [,]}", "x.ipynb:2:12: this is not JSON: expected a value, but found \",\""),
        (String(repeating: "[", count: 100_000), "x.ipynb:1:65: this is not JSON: it is nested deeper than 64 levels"),
        ("[]", "x.ipynb: the file must be a JSON object, but is a list"),
        ("{}", "x.ipynb: nbformat must be 4, but is missing"),
        (#"{"nbformat": "4"}"#, "x.ipynb: nbformat must be 4, but is '4'"),
        (
            #"{"nbformat": 3, "worksheets": []}"#,
            "x.ipynb: this is a notebook of format 3, and nbrun reads format 4; 'jupyter nbconvert --to notebook' renews it"
        ),
        (#"{"nbformat": 5}"#, "x.ipynb: this is a notebook of format 5, and nbrun reads format 4"),
        (#"{"nbformat": 4, "metadata": 1}"#, "x.ipynb: metadata must be an object, but is 1"),
        (
            #"{"nbformat": 4, "metadata": {}}"#,
            "x.ipynb: the notebook does not say that its language is Swift (metadata.kernelspec.language)"
        ),
        (
            #"{"nbformat": 4, "metadata": {"language_info": {"name": "python"}}}"#,
            "x.ipynb: the notebook's language is python, and a chapter's is Swift"
        ),
    ])
    func `what is no notebook of Swift is refused with one sentence`(text: String, expected: String) {
        #expect(message(text) == expected)
    }

    @Test(arguments: [
        ("7", "cells[0] must be an object, but is 7"),
        ("{}", "cells[0].cell_type must be 'markdown', 'code' or 'raw', but is missing"),
        (
            #"{"cell_type": "heading", "source": ""}"#,
            "cells[0].cell_type must be 'markdown', 'code' or 'raw', but is 'heading'"
        ),
        (#"{"cell_type": "code"}"#, "cells[0].source must be a text or a list of texts, but is missing"),
        (
            #"{"cell_type": "code", "source": ["a", 1]}"#,
            "cells[0].source must be a text or a list of texts, but is a list of other things"
        ),
        (
            #"{"cell_type": "raw", "source": "", "metadata": []}"#,
            "cells[0].metadata must be an object, but is a list"
        ),
        (
            #"{"cell_type": "raw", "source": "", "attachments": {"a": {"image/png": {}}}}"#,
            "cells[0].attachments.a.image/png must be a text or a list of texts, but is an object"
        ),
    ])
    func `a cell that is none is told with its place`(cell: String, expected: String) {
        #expect(message(notebook(cell)) == "x.ipynb: \(expected)")
    }

    @Test func `without a list of cells there is no notebook`() {
        let text = #"{"nbformat": 4, "metadata": {"kernelspec": {"language": "Swift"}}, "cells": null}"#
        #expect(message(text) == "x.ipynb: cells must be a list, but is null")
    }
}
