import ArgumentParser
import Chapters
import Foundation
import OutputFiles

/// `nbrun new NAME`: a chapter to begin with.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Writes a short chapter to begin with.",
        discussion: "`nbrun new waves` writes waves.md; `nbrun waves.md` runs it.")

    @Argument(help: "The chapter's name, or the path of its file.")
    var name: String

    func validate() throws {
        let last = name.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let isName = !["", ".", "..", ".md"].contains(last) && !last.contains { $0.isNewline || $0 == "\0" }
        guard isName else {
            throw ValidationError(
                "'\(VisibleText.of(name).replacing("\n", with: "␊"))' is no name of a chapter; give it one, as in: nbrun new waves"
            )
        }
    }

    func run() throws {
        let path = name.hasSuffix(".md") ? name : "\(name).md"
        guard !FileManager.default.fileExists(atPath: path) else {
            throw ValidationError("\(path) is there already; name another one")
        }
        do {
            try OutputFile.write(StarterChapter(path: path).text, to: path)
        } catch {
            Terminal(isQuiet: false, allowsColor: true).error("\(error)")
            throw ExitCode(RunStatus.cannotWrite.rawValue)
        }
        print(path)
        print("run it: nbrun \(path)")
        print("write on it, and see what changes at every save: nbrun watch \(path)")
    }
}

/// A chapter that shows the form: front matter, parameters, a value, a figure.
struct StarterChapter {
    let title: String

    init(path: String) {
        let file = (path as NSString).lastPathComponent as NSString
        let words = file.deletingPathExtension.replacing("-", with: " ").replacing("_", with: " ")
        title = words.prefix(1).uppercased() + words.dropFirst()
    }

    /// A title may hold what YAML would read otherwise, so it stands in quotes.
    private var quotedTitle: String {
        "\"" + title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    var text: String {
        """
        ---
        title: \(quotedTitle)
        lang: en
        ---

        Prose is Markdown, with formulas such as $y = \\sin(f x)$. A fence that begins with `swift` is a cell. What is in the
        parameters cell can be set from the command line: `-p frequency=3`.

        ```swift
        //| tags: [parameters]
        let frequency = 2.0
        let count = 200
        ```

        The last value of a cell is shown.

        ```swift
        //| label: wave
        import Foundation

        let x = (0..<count).map { Double($0) / Double(count) * 2 * .pi }
        let wave = x.map { sin(frequency * $0) }
        Table(columns: ["x": x.prefix(4), "sin(f x)": wave.prefix(4)])
        ```

        So is a figure.

        ```swift
        //| label: figure
        //| fig-cap: "A wave."
        Figure {
            Axes(xLabel: "x", yLabel: "sin(f x)") {
                LinePlot(x, wave)
            }
        }
        ```

        """
    }
}
