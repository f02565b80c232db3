import Testing

@testable import Chapters

@Suite("A formula in TeX")
struct TeXMathTests {
    /// The MathML between the wrappers.
    private func mathML(_ tex: String) -> String {
        var parser = TeXParser(tex)
        let formula = parser.formula()
        #expect(parser.problems.isEmpty)
        return MathMLWriter.markup(of: formula)
    }

    @Test("becomes an element that carries its TeX along")
    func element() {
        let inline = TeXMath("x<y", isDisplay: false).mathML
        #expect(
            inline == """
                <math><semantics><mrow><mi>x</mi><mo stretchy="false">&lt;</mo><mi>y</mi></mrow>\
                <annotation encoding="application/x-tex">x&lt;y</annotation></semantics></math>
                """)
        #expect(
            TeXMath("x", isDisplay: true).mathML.hasPrefix("<math display=\"block\"><semantics><mrow><mi>x</mi></mrow>")
        )
    }

    @Test(
        "knows what texts on machine learning use",
        arguments: [
            ("x_i", "<msub><mi>x</mi><mi>i</mi></msub>"),
            ("x^2_i", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
            ("x^23", "<mrow><msup><mi>x</mi><mn>2</mn></msup><mn>3</mn></mrow>"),
            ("3.14", "<mn>3.14</mn>"),
            ("{}^2", "<msup><mrow></mrow><mn>2</mn></msup>"),
            ("\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
            ("\\frac{a}{b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
            ("\\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
            ("\\alpha\\Gamma", "<mrow><mi>α</mi><mi mathvariant=\"normal\">Γ</mi></mrow>"),
            ("\\mathbf{x}\\mathbb R", "<mrow><mi>𝐱</mi><mi>ℝ</mi></mrow>"),
            ("\\mathcal L_\\text{a b}", "<msub><mi>ℒ</mi><mtext>a\u{A0}b</mtext></msub>"),
            ("\\hat y", "<mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">^</mo></mover>"),
            ("\\mathrm{KL}", "<mi>KL</mi>"),
            ("60{,}000", "<mrow><mn>60</mn><mn>,</mn><mn>000</mn></mrow>"),
            ("\\not=", "<mo stretchy=\"false\">≠</mo>"),
            (
                "정확도",
                "<mrow><mi mathvariant=\"normal\">정</mi><mi mathvariant=\"normal\">확</mi>"
                    + "<mi mathvariant=\"normal\">도</mi></mrow>"
            ),
            (
                "\\sum_{i=1}^n",
                "<munderover><mo movablelimits=\"true\">∑</mo><mrow><mi>i</mi><mo stretchy=\"false\">=</mo><mn>1</mn></mrow>"
                    + "<mi>n</mi></munderover>"
            ),
            ("\\int_0^1", "<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup>"),
            ("\\int\\limits_0", "<munder><mo>∫</mo><mn>0</mn></munder>"),
            (
                "\\left(x\\right]",
                "<mrow><mo form=\"prefix\" stretchy=\"true\" fence=\"true\">(</mo><mi>x</mi>"
                    + "<mo form=\"postfix\" stretchy=\"true\" fence=\"true\">]</mo></mrow>"
            ),
            ("\\big|", "<mo stretchy=\"true\" minsize=\"1.200em\" maxsize=\"1.200em\">|</mo>"),
            (
                "\\begin{matrix}a&b\\\\c&d\\\\\\end{matrix}",
                "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr>"
                    + "<mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable>"
            ),
            (
                "\\begin{array}{lc}a&b\\end{array}",
                "<mtable><mtr><mtd style=\"text-align:left\"><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable>"
            ),
            (
                "a\\;b\\!c",
                "<mrow><mi>a</mi><mspace width=\"0.278em\"></mspace><mi>b</mi>"
                    + "<mspace width=\"-0.167em\"></mspace><mi>c</mi></mrow>"
            ),
            (
                "\\operatorname{arg\\,max}(x)",
                "<mrow><mo stretchy=\"false\" lspace=\"0.167em\" rspace=\"0em\">arg\u{2009}max</mo>"
                    + "<mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo></mrow>"
            ),
        ])
    func constructs(tex: String, expected: String) {
        #expect(mathML(tex) == expected)
    }

    @Test("tells a sign from an operator")
    func signs() {
        let sign = "<mo stretchy=\"false\" lspace=\"0em\" rspace=\"0em\">−</mo>"
        let operation = "<mo stretchy=\"false\">−</mo>"
        #expect(mathML("-a").contains(sign))
        #expect(mathML("b=-a").contains(sign))
        #expect(mathML("(-a)").contains(sign))
        #expect(mathML("b-a").contains(operation))
        #expect(mathML("(b)-a").contains(operation))
        #expect(mathML("\\infty-a").contains(operation))
    }

    @Test("draws cases with a brace at the left only")
    func cases() {
        let html = mathML("\\begin{cases}0&x<0\\\\x\\end{cases}")
        #expect(html.hasPrefix("<mrow><mo form=\"prefix\" stretchy=\"true\" fence=\"true\">{</mo><mtable>"))
        #expect(html.hasSuffix("</mtable></mrow>"))
    }

    @Test(
        "says what it cannot make sense of, and where",
        arguments: [
            ("a+\\foo b", "the TeX command '\\foo' is not known", 2, 4),
            ("{a", "'{' is not closed", 0, 1),
            ("a}", "'}' closes nothing", 1, 1),
            ("a & b", "'&' is not in a matrix or an aligned formula", 2, 1),
            ("\\left( a", "'\\left' has no '\\right'", 0, 8),
            ("\\right)", "'\\right' closes nothing", 0, 6),
            ("\\begin{tikz}\\end{tikz}", "the TeX environment 'tikz' is not known", 0, 12),
            ("\\begin{matrix}a\\end{pmatrix}", "'\\end{pmatrix}' ends '\\begin{matrix}'", 0, 28),
            ("\\begin{matrix}a", "'\\begin{matrix}' has no '\\end{matrix}'", 0, 15),
            ("\\frac{a}", "something is missing here", 8, 1),
            ("x_a_b", "a second subscript", 3, 1),
            ("\\left\\foo a\\right)", "'\\foo' is no delimiter", 5, 4),
        ])
    func problems(tex: String, message: String, offset: Int, length: Int) {
        #expect(
            TeXMath(tex, isDisplay: false).problems.first
                == TeXProblem(message: message, offset: offset, length: length))
    }

    @Test("keeps what it does not know as it was written")
    func unknown() {
        var parser = TeXParser("\\foo{x}")
        #expect(
            MathMLWriter.markup(of: parser.formula())
                == "<mrow><merror><mtext>\\foo</mtext></merror><mi>x</mi></mrow>")
    }

    @Test("comes to an end, whatever it is")
    func anything() {
        let pieces = [
            "\\frac", "{", "}", "^", "_", "&", "\\\\", "\\left", "\\right", "(", "\\begin{matrix}", "\\end{matrix}",
            "'", "\\", "[", "x",
        ]
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    #expect(TeXMath(first + second + third, isDisplay: true).mathML.hasSuffix("</math>"))
                }
            }
        }
    }
}
