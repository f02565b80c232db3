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
