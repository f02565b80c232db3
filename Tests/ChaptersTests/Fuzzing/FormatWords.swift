import Fuzzing

/// What means something in a chapter, for inputs that are nearly right.
enum FormatWords {
    static let markdown = [
        "```swift\n", "```", "````", "~~~swift\n", "~~~", "```swift {.x}\n", "\n\n", "\r\n", "\r", "\t", "    ", "> ",
        ">", "- ", "1. ", "* ", "# ", "###### ", "---\n", "...\n", "[", "]", "![", "](", ")", "[^1]", "[^1]: ", "$",
        "$$",
        "\\|", "|", "|---|--:|\n", "| a | b |\n", "`", "``", "*", "**", "_", "<", ">", "<div>", "<!--", "-->", "&amp;",
        "<!--cell-->", "[x] ", "[ ] ", "\\", "\u{F0000}", "\u{100000}", "\u{85}", "한", "👩‍👩‍👧‍👦", "é", "[a]: b\n",
        "javascript:",
    ]

    static let options = [
        "//| ", "//|", "label: ", "echo: ", "eval: ", "output: ", "error: ", "code-fold: ", "fig-cap: ", "timeout: ",
        "tags: ", "[parameters]", "include: ", "depends: ", "true", "false", "\"", "'", ": ", "[", "]", "{", "}", "&a ",
        "*a", "<<: ", "? ", "- ", "|\n", ">\n", "#", "!!binary ", "!!int ", "%YAML 1.2\n", "---\n", "\n//| ", "1e400",
        ".nan", "0x10", "~", "\t",
    ]

    static let tex = [
        "\\frac", "{", "}", "^", "_", "\\sqrt", "[", "]", "\\left", "\\right", "(", ")", ".", "\\begin{matrix}",
        "\\end{matrix}", "\\begin{array}{lcr}", "\\end{array}", "&", "\\\\", "\\text{", "\\mathrm{", "\\mathbb ",
        "\\hat",
        "\\not", "\\sum", "\\limits", "\\displaystyle", "\\operatorname*{", "\\substack{", "\\overset", "\\big", "'",
        "$",
        "\\", "\\middle|", "\\unknown", "1.5", "{,}", "\\color", "\\phantom", "\\pmod", "<", "&lt;",
    ]

    static let notebook = [
        "{", "}", "[", "]", "\"", ":", ",", "null", "true", "-0", "1e999", "\\u0000", "\\ud800", "\\n", "\"cells\"",
        "\"cell_type\"", "\"code\"", "\"markdown\"", "\"raw\"", "\"source\"", "\"metadata\"", "\"nbrun\"", "\"gap\"",
        "\"fence\"", "\"opening\"", "\"prefix\"", "\"closing\"", "\"end\"", "\"attachments\"", "\"image/png\"", "\"\"",
        "\"```swift\"", "\"> \"", "```swift\\n", "<!--", "---\\n", "99999999999999999999",
    ]
}
