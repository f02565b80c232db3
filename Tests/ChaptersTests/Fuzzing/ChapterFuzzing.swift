import Fuzzing
import Testing

@testable import Chapters

@Suite("11. Fuzzing: chapters, their options, front matter and formulas")
struct ChapterFuzzing {
    private static let handmade = [
        "---\ntitle: T\nauthor: A\nlang: ko\n---\n\n# H\n\n```swift\n//| label: a\n//| echo: false\nlet x = 1\n```\n",
        "1. one\n\n   ```swift\n   let a = 1\n   ```\n\n> ```swift\n> a\n> ```\n\n- [x] done\n- [ ] not\n",
        "| a | $b$ |\n|---|:-:|\n| `c\\|d` | e[^1] |\n\n[^1]: A *note*\n\n    with more.\n\n[a]: b.md \"t\"\n",
        "$$\\begin{aligned} a &= \\frac{1}{2} \\\\ b &= \\sqrt[3]{x} \\end{aligned}$$\n\nIt costs \\$5, $x_i^2$.\n",
        "~~~~swift\nlet s = \"\"\"\n  ```\n  \"\"\"\n~~~~\n\n    indented\n\n<div>\n\n*x*\n\n</div>\n\n![i](a.png \"t\")\n",
    ]

    private static let corpus = RepositoryNotebooks.pieces + handmade.flatMap { [Array($0.utf8), Array($0.utf8)] }

    @Test func `whatever is in a chapter, it is read, and every line number is right`() {
        let words = FormatWords.markdown + FormatWords.options
        let fuzzing = Fuzzing("chapters", inputs: 2000, Mutator(corpus: Self.corpus, words: words))
        #expect(fuzzing.findings { ChapterComplaints.complaint(about: String(decoding: $0, as: UTF8.self)) } == [])
    }

    @Test func `whatever stands in a cell's options is told with its line`() {
        let seeds = [
            "```swift\n//| label: a\n//| tags: [parameters]\n//| timeout: 1.5\nlet x = 1\n```\n",
            "text\n\n```swift\n//| fig-cap: \"A: b\"\n//| include: [a.swift, b.swift]\n//| code-fold: true\n```\n",
            "> ```swift\n> //| a: &x [1]\n> //| b: *x\n> ```\n",
        ]
        let fuzzing = Fuzzing(
            "options", inputs: 800, Mutator(corpus: seeds.map { Array($0.utf8) }, words: FormatWords.options))
        #expect(fuzzing.findings { ChapterComplaints.complaint(about: String(decoding: $0, as: UTF8.self)) } == [])
    }

    @Test func `whatever stands in the front matter is told with its line`() {
        let seeds = [
            "---\ntitle: T\nauthor: [a, b]\ndate: 2026-01-01\nformat:\n  html:\n    toc: true\n---\n\ntext\n",
            "---\na: &x {b: [c, d]}\ntitle: *x\n? [k]\n: v\ntext: |\n  lines\n...\n",
        ]
        let fuzzing = Fuzzing(
            "front matter", inputs: 800, Mutator(corpus: seeds.map { Array($0.utf8) }, words: FormatWords.options))
        #expect(fuzzing.findings { ChapterComplaints.complaint(about: String(decoding: $0, as: UTF8.self)) } == [])
    }

    @Test func `whatever stands in a table or a note is read`() {
        let seeds = Self.handmade[2...2].map { Array($0.utf8) } + [Array("a[^x] b[^y]\n\n[^x]: 1\n[^y]: 2[^x]\n".utf8)]
        let fuzzing = Fuzzing(
            "tables and notes", inputs: 800, Mutator(corpus: seeds, words: FormatWords.markdown))
        #expect(fuzzing.findings { ChapterComplaints.complaint(about: String(decoding: $0, as: UTF8.self)) } == [])
    }

    @Test func `whatever stands in a formula becomes MathML that is whole`() {
        let seeds = [
            #"\frac{1}{n} \sum_{i=1}^{n} \left( y_i - \hat{y}_i \right)^2"#,
            #"\begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}"#,
            #"\mathrm{softmax}(z)_i = \frac{e^{z_i}}{\sum_j e^{z_j}} \in \mathbb{R}^{60{,}000}"#,
            #"\sqrt[3]{\overset{!}{=}} \binom{n}{k} \underset{x}{\operatorname*{argmax}} \substack{a \\ b}"#,
        ]
        let fuzzing = Fuzzing(
            "formulas", inputs: 1200, Mutator(corpus: seeds.map { Array($0.utf8) }, words: FormatWords.tex))
        let findings = fuzzing.findings { input in
            let tex = String(decoding: input, as: UTF8.self)
            let math = TeXMath(tex, isDisplay: input.count % 2 == 0)
            if math.problems.contains(where: { $0.offset < 0 || $0.offset > tex.count || $0.length < 1 }) {
                return "a problem outside of it"
            }
            return MarkupBalance.complaint(about: math.mathML)
        }
        #expect(findings == [])
    }
}
