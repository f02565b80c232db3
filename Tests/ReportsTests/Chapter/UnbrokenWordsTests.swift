import Testing

@testable import Reports

struct UnbrokenWordsTests {
    /// The HTML with `[` and `]` for the borders of what is kept together, and `x` for a formula.
    private func marked(_ html: String) -> String {
        let formula = "<math><mi>x</mi></math>"
        return UnbrokenWords.html(of: html.replacing("$", with: formula)).replacing(formula, with: "$")
            .replacing("<span class=\"together\">", with: "[").replacing("</span>", with: "]")
    }

    @Test(arguments: [
        ("with $, and", "with [$,] and"), ("($) is", "[($)] is"), ("the $th of", "the [$th] of"),
        ("$-axis", "[$-]axis"), ("f($)=y or", "[f($)=y] or"), ("non-$ is", "non-$ is"), ("$/$, so", "[$/][$,] so"),
        ("&quot;$&quot; and", "[&quot;$&quot;] and"), ("a; $; b", "a; [$;] b"), ("$—and", "[$—]and"),
        ("$ alone", "$ alone"), ("<p>$</p>", "<p>$</p>"), ("<em>$</em>,", "<em>$</em>,"),
        ("$<sup class=\"note\"><a>1</a></sup>. So", "[$<sup class=\"note\"><a>1</a></sup>.] So"),
    ])
    func `what touches a formula stays in its line`(html: String, expected: String) {
        #expect(marked(html) == expected)
    }

    @Test(arguments: [
        ("그 $는 크다", "그 [$는] 크다"), ("$개, $번째.", "[$개,] [$번째.]"), ("则$，而", "则[$，]而"),
        ("は「$」です", "は[「$」]です"), ("「a$は", "[「a$]は"), ("قيمة $، ثم", "قيمة [$،] ثم"),
    ])
    func `other scripts part where their lines may end`(html: String, expected: String) {
        #expect(marked(html) == expected)
    }

    @Test(arguments: [
        ("<code>--to</code>", "<code>[--to]</code>"),
        ("<code>nbrun a.md --keep-going -p x=-1</code>", "<code>nbrun a.md [--keep-going] [-p] x=-1</code>"),
        ("<code>my-files/ch-6.md</code>", "<code>[my-files]/ch-6.md</code>"),
        ("<code>-1</code> to <code>1 - 2</code>", "<code>-1</code> to <code>1 - 2</code>"),
        (
            "<code>a-very-long-name-that-is-wider-than-a-phone</code>",
            "<code>a-very-long-name-that-is-wider-than-a-phone</code>"
        ),
        ("<code>a -&gt; b</code>", "<code>a [-&gt;] b</code>"),
    ])
    func `a word of code is not broken behind its hyphens`(html: String, expected: String) {
        #expect(marked(html) == expected)
    }

    @Test(arguments: [
        "<pre><code>--to</code> $,</pre> and", "<math display=\"block\"><mi>x</mi></math>, so",
        "<a title=\"<code>--to</code>\">a</a>", "<script>\"<code>--to</code>\"</script>",
        "<!-- <code>--to</code>\n$, -->",
        "a < <code><b>--to</b></code>", "<math>, ", "plain --to text",
    ])
    func `anything else is as it was`(html: String) {
        #expect(marked(html) == html)
    }

    @Test func `formulas that never end take no longer than others`() {
        let many = String(repeating: "<math>, <code>a-b ", count: 20_000)
        let clock = ContinuousClock()
        let time = clock.measure { #expect(UnbrokenWords.html(of: many) == many) }
        #expect(time < .seconds(20))
    }
}
