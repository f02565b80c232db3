import Foundation
import Testing

/// Parameters from the command line and from a file, by the same rules.
@Suite struct ParametersTests {
    private let line: CommandLine

    init() throws {
        line = try CommandLine()
        let types = "enum Size: String { case small, large }"
        let parameters = """
            //| tags: [parameters]
            let sizes = [32, 64]
            let limit: Int? = nil
            let size: Size = .small
            let activation: ActivationFunction = .relu
            let rate: Double = 1, names = ["a"]
            let computed = sizes.count
            """
        try line.write(
            chapter(
                types, parameters,
                "print(sizes, limit as Any, size, rate, names)\nDense(units: 2, activation: activation)"),
            to: "a.md")
    }

    @Test func `lists, optionals and cases are set from the command line and from a file`() throws {
        defer { line.remove() }
        let values = [
            ("sizes", "16,8"), ("limit", "3"), ("size", "large"), ("activation", ".tanh"), ("rate", "2"),
            ("names", "b,c"),
        ]
        let typed = try line.nbrun(arguments: ["a.md", "-o", "x/"] + values.flatMap { ["-p", "\($0)=\($1)"] })
        #expect(typed.status == 0, "\(typed.errors)")
        let report = try line.read("x/a.html")
        #expect(report.contains("[16, 8] Optional(3) large 2.0 [&quot;b&quot;, &quot;c&quot;]"))
        try line.write(
            "sizes: [16, 8]\nlimit: 3\nsize: large\nactivation: .tanh\nrate: 2\nnames:\n  - b\n  - c\n", to: "p.yaml")
        #expect(try line.nbrun("a.md", "-o", "y/", "-f", "p.yaml").status == 0)
        #expect(try line.read("y/a.html") == report)
    }

    @Test(arguments: [
        ("sizes", "many", "'sizes' must be a list (whole numbers), as [32, 64] is, but 'many' is not"),
        ("sizes", "[1, [2]]", "'sizes' must be a list (whole numbers), as [32, 64] is, but '[1, [2]]' is not"),
        ("limit", "many", "'limit' must be a whole number, or nil, as nil is, but 'many' is not"),
        ("size", "huge", "'size' must be one of .small, .large, as .small is, but 'huge' is not"),
        ("rate", "[1]", "'rate' must be a number, as 1 is, but '[1]' is not"),
        ("rat", "1", "there is no parameter 'rat'; did you mean 'rate'?"),
        (
            "computed", "1",
            "'computed' cannot be set: its value, sizes.count, is no number, text, true, false, nil, case or list of these; "
                + "make it a let of such a value, and compute with it in a later cell"
        ),
    ])
    func `a wrong value is told before anything runs, with status 64`(name: String, value: String, message: String)
        throws
    {
        defer { line.remove() }
        let typed = try line.nbrun("a.md", "-p", "\(name)=\(value)")
        #expect(typed.status == 64)
        #expect(typed.errors == "error: \(message)\n")
        try line.write("\(name): \(value)\n", to: "p.yaml")
        let read = try line.nbrun("a.md", "-f", "p.yaml")
        #expect(read.status == 64)
        #expect(read.errors == typed.errors)
        #expect(try line.nbrun("check", "a.md", "-f", "p.yaml").status == 64)
        #expect(!line.exists("output/a.html"))
    }

    @Test(arguments: [
        ("sizes: {a: 1}\n", "line 1: a value must be a number, a text, true or false, or a list of these"),
        ("- 1\n", "line 1: it must be lines of 'name: value'"), ("rate: 1\nrate: 2\n", "line 2: 'rate' is given twice"),
    ])
    func `a file that is no list of parameters is wrong usage`(text: String, problem: String) throws {
        defer { line.remove() }
        try line.write(text, to: "p.yaml")
        for command in [["a.md"], ["watch", "a.md"], ["check", "a.md"]] {
            let run = try line.nbrun(arguments: command + ["-f", "p.yaml"])
            #expect(run.status == 64)
            #expect(run.errors == "error: the parameters in p.yaml cannot be read: \(problem)\n")
        }
        let missing = try line.nbrun("a.md", "-f", "q.yaml")
        #expect(missing.status == 64)
        #expect(
            missing.errors
                == "error: the parameters in q.yaml cannot be read: there is no such file, or it is not UTF-8\n")
    }

    @Test func `a case that the compiler does not know is a wrong value`() throws {
        defer { line.remove() }
        let run = try line.nbrun("a.md", "-p", "activation=relo")
        #expect(run.status == 64)
        #expect(run.errors.contains("error: type 'ActivationFunction' has no member 'relo'"), "\(run.errors)")
        #expect(
            run.errors.hasSuffix(
                "error: 'activation' cannot be .relo, as the compiler says above; the chapter has .relu\n"))
    }
}
