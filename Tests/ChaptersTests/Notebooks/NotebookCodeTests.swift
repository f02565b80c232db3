import JSONCoding
import Testing

@testable import Chapters

/// What a notebook's cell says in other words than a chapter.
@Suite struct NotebookCodeTests {
    private func code(_ source: String, _ metadata: [String: JSON] = [:]) -> NotebookCode {
        NotebookCode(NotebookCell(.code, source, metadata: metadata), at: 3)
    }

    private func tagged(_ source: String, _ tags: String...) -> String {
        code(source, ["tags": .array(tags.map(JSON.string))]).source
    }

    @Test func `tags become options`() {
        #expect(tagged("let a = 1", "parameters") == "//| tags: [parameters]\nlet a = 1")
        #expect(tagged("//| echo: false\n1", "parameters") == "//| tags: [parameters]\n//| echo: false\n1")
        #expect(tagged("", "a b", "true", "x-1") == "//| tags: [\"a b\", \"true\", x-1]")
        #expect(tagged("1", "raises-exception") == "//| error: true\n//| tags: [raises-exception]\n1")
        #expect(tagged("1", "remove-cell") == "//| echo: false\n//| output: false\n//| tags: [remove-cell]\n1")
        #expect(tagged("//| echo: true\n1", "remove_input") == "//| tags: [remove_input]\n//| echo: true\n1")
        #expect(code("1", ["jupyter": ["source_hidden": true]]).source == "//| code-fold: true\n1")
    }

    @Test func `options that a cell has are not given twice`() {
        #expect(tagged("//| tags: [parameters]\n1", "parameters") == "//| tags: [parameters]\n1")
        #expect(code("//| echo: false\n1", ["jupyter": ["source_hidden": true]]).source == "//| echo: false\n1")
    }

    @Test func `tags stand behind those that the source has`() {
        #expect(tagged("//| tags: [foo]\nlet a = 1", "parameters") == "//| tags: [foo, parameters]\nlet a = 1")
        #expect(
            tagged("//| echo: false\n//| tags: foo", "parameters", "foo", "parameters")
                == "//| echo: false\n//| tags: [foo, parameters]")
        #expect(
            tagged("//|   tags:\n//|   - a\n//|   - b c\n//|   echo: true\n1", "x", "b c")
                == "//|   tags: [a, \"b c\", x]\n//|   echo: true\n1")
        #expect(tagged("//|echo: true\n1", "x") == "//|tags: [x]\n//|echo: true\n1")
        #expect(tagged("//| tags: [a]\n1", "skip-execution") == "//| eval: false\n//| tags: [a, skip-execution]\n1")
        #expect(tagged("//| tags: [skip-execution]\n1", "skip-execution") == "//| tags: [skip-execution]\n1")
    }

    @Test(arguments: ["// first\n//| echo: false\nlet b = 2", "#| tags: [x]\n1", "//| eco: 1\n1", "// | label: a\n1"])
    func `what is wrong with the lines of a cell takes no tag away`(source: String) {
        #expect(tagged(source, "parameters") == "//| tags: [parameters]\n" + source)
    }

    @Test(arguments: ["//| {echo: true}\n1", "//| tags: [a\n1", "//| tags: {a: b}\n1"])
    func `tags that find no place are told`(source: String) {
        let code = code(source, ["tags": ["parameters", "x"]])
        #expect(code.source == source)
        #expect(
            code.warnings == [
                "cells[3]: 'parameters', 'x' of its metadata cannot be added to the cell's own options; write it there"
            ])
    }

    @Test func `a magic whose cell is Swift leaves it so`() {
        let note = "is for another kernel; it is left as a comment"
        for magic in ["time", "timeit -n 3", "capture out", "swift"] {
            let code = code("%%\(magic)\nlet a = 1\nprint(a)")
            #expect(code.source == "// %%\(magic)\nlet a = 1\nprint(a)")
            #expect(code.warnings == ["cells[3]: '%%\(magic.prefix(while: \.isLetter))' \(note)"])
        }
        let stacked = code("//| echo: false\n%%time\n%%html\n<p>\n</p>")
        #expect(stacked.source == "//| echo: false\n// %%time\n// %%html\n// <p>\n// </p>")
        #expect(
            stacked.warnings == [
                "cells[3]: '%%time' \(note)",
                "cells[3]: '%%html' is for another kernel; the whole cell is left as a comment",
            ])
    }

    @Test func `a cell in another language is told as a whole`() {
        for magic in ["bash", "html", "writefile a.txt", "script-magic"] {
            let code = code("\n%%\(magic)\nls\n%time x")
            #expect(code.source == "\n// %%\(magic)\n// ls\n// %time x")
            let name = magic.prefix { $0 != " " }
            #expect(
                code.warnings == [
                    "cells[3]: '%%\(name)' is for another kernel; the whole cell is left as a comment"
                ])
        }
    }

    @Test func `a statement that is measured stays, and every magic is told`() {
        let mixed = code("%time print(5)\n%install X\n  %timeit f(\n1)\n%timeit -n 2 f(1)\n%install Y\n!ls -l")
        #expect(
            mixed.source
                == "print(5)\n// %install X\n  f(\n1)\n// %timeit -n 2 f(1)\n// %install Y\n// !ls -l")
        #expect(
            mixed.warnings == [
                "cells[3]: '%time' is for another kernel; its statement is kept",
                "cells[3]: '%install' is for another kernel; it is left as a comment",
                "cells[3]: '%timeit' is for another kernel; its statement is kept",
                "cells[3]: '%timeit' is for another kernel; it and its statement are left as a comment",
                "cells[3]: '!ls' is for another kernel; it is left as a comment",
            ])
        #expect(code("%time print(\"\"\"\n%d\n\"\"\")").source == "print(\"\"\"\n%d\n\"\"\")")
    }

    @Test func `lines for another kernel become comments, which is told`() {
        let install = code("%install '.package(url: \"x\")' X\nimport X\n\"\"\"\n%d\n\"\"\"")
        #expect(install.source == "// %install '.package(url: \"x\")' X\nimport X\n\"\"\"\n%d\n\"\"\"")
        #expect(install.warnings == ["cells[3]: '%install' is for another kernel; it is left as a comment"])
        #expect(code("  %include \"a.swift\"").source == "//   %include \"a.swift\"")
        #expect(code("!pip install x\n!ls -l\n1").source == "// !pip install x\n// !ls -l\n1")
        #expect(code("%%bash\nls\n\nls").source == "// %%bash\n// ls\n\n// ls")
        #expect(
            code("%matplotlib inline").warnings == [
                "cells[3]: '%matplotlib' is for another kernel; it is left as a comment"
            ])
    }

    @Test(arguments: ["!isDone", "!isDone && other", "!a as Any", "let a = b\n  % 3", "print(\"%d\")"])
    func `Swift stays`(source: String) {
        #expect(code(source).source == source)
        #expect(code(source).warnings == [])
    }

    @Test func `a chapter is made of them`() throws {
        let notebook = Notebook(cells: [
            NotebookCell(.code, "let n = 1", metadata: ["tags": ["parameters"]]), NotebookCell(.code, "%install X\nn"),
        ])
        let conversion = try NotebookConversion(notebook, imageFolder: "a")
        #expect(
            conversion.text == "```swift\n//| tags: [parameters]\nlet n = 1\n```\n\n```swift\n// %install X\nn\n```\n")
        #expect(conversion.warnings == ["cells[1]: '%install' is for another kernel; it is left as a comment"])
    }
}
