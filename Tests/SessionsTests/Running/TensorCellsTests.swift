import Testing

/// A cell's compiler sees the library without the C headers behind it, and in Swift 5 mode: other conditions than those
/// under which the library's own tests are compiled.
@Suite struct TensorCellsTests {
    @Test func everyKindOfTensorOperationCompilesInACell() throws {
        try FixtureChapter("tensors").expectWhatIsWritten()
    }

    @Test(arguments: ["", "import Foundation\n"])
    func `numbers among themselves are Swift's, and it refuses what it refuses`(imports: String) throws {
        let refused = [
            "let p = 1.5, q = 3\nprint(p * 2 + q * 1)",
            "let q = 3\nprint(10.0 / q)",
            "let q = 3\nprint(q * (1 / 2.0))",
            "let q = 3\nprint(1.5 > q)",
            "let q = 3\nvar z = 1.5\nz -= q",
            "let v = [1.0, 2]\nlet m: Double = v.reduce(0, +) / v.count",
            "let v = [1.0, 2]\nprint(v.reduce(0, +) / v.count)",
        ]
        let run = try RunningChapter(cells: refused.map { imports + $0 }, options: .goingOnAfterFailures)
        let messages = refused.indices.map { run.complaint(ofCell: $0 + 1).message }
        let line = { (types: String, sign: String) in
            "binary operator '\(sign)' cannot be applied to operands of type \(types)"
        }
        let reduced =
            "cannot convert value of type '(Int) -> Int' to expected argument type '(Int, Double) throws -> Int'"
        #expect(
            messages == [
                line("'Double' and 'Int'", "*"), line("'Double' and 'Int'", "/"), line("'Int' and 'Double'", "/"),
                line("'Double' and 'Int'", ">"),
                "cannot convert value of type 'Int' to expected argument type 'Double'",
                "cannot convert value of type 'Int' to specified type 'Double'", reduced,
            ])
    }

    @Test(arguments: ["", "import Foundation\n"])
    func `functions of a number give a number, of which there is one kind only`(imports: String) throws {
        let names = ["exp", "log", "log2", "log10", "sqrt", "sin", "cos", "tan", "tanh", "sigmoid"]
        let calls = names.map { "print(type(of: \($0)(1)), type(of: \($0)(0.5)), type(of: \($0)(0.5 as Float)))" }
        let mapped = "let f: [Float] = [0.25, 1].map(sqrt); print([0.25, 4].map(sqrt), f, sqrt(2) * f[0] > 0.7)"
        let others = """
            print(sqrt(9), pow(2.0 as Double, 3), pow(2, 0.5 as Float), abs(-3), max(1, 2.5), min(2, 1), relu(-0.5))
            print(sqrt(Tensor([4, 9])), pow(Tensor([1, 2]), 3), pow(2, Tensor([1, 2])), abs(Tensor([-1])))
            """
        let run = try RunningChapter(cells: [imports + calls.joined(separator: "\n"), mapped, others])
        #expect(run.texts[0] == names.map { _ in "Double Double Float" }.joined(separator: "\n"))
        #expect(run.texts[1] == "[0.5, 2.0] [0.5, 1.0] true")
        #expect(run.texts[2] == "3.0 8.0 1.4142135 3 2.5 1 0.0\n[2. 3.] [1. 8.] [2. 4.] [1]")
    }

    @Test func `an author's own function of whole numbers goes before the Prelude's`() throws {
        let run = try RunningChapter(cells: [
            "func sqrt(_ n: Int) -> Int { var r = 0; while (r + 1) * (r + 1) <= n { r += 1 }; return r }\n"
                + "func pow(_ a: Int, _ b: Int) -> Int { (0..<b).reduce(1) { p, _ in p * a } }",
            "print(sqrt(17), pow(2, 10), type(of: sqrt(17)))",
        ])
        #expect(run.texts[1] == "4 1024 Int")
    }

    @Test func `a part of a tensor is set to what is written, and read as a tensor`() throws {
        let run = try RunningChapter(
            cells: [
                """
                var x = Tensor(zeros: [2, 2])
                x[0, 0] = 5; x[1] = 0.5; x[x .== 0] = -1; x[0] += 1
                print(x, type(of: x[0, 0] + 1.5), x[0, 0] + 1 + x[1, 1] * 2)
                var mask = x .> 1
                mask[1, 0] = true
                print(mask)
                """, "let f: Float = x[0, 0]", "let t: Tensor = 5",
            ], options: .goingOnAfterFailures)
        #expect(run.texts[0] == "[[6.  0. ]\n [0.5 0.5]] Tensor 8.0\n[[ True False]\n [ True False]]")
        #expect(
            run.complaint(ofCell: 2).message == "cannot convert value of type 'Tensor' to specified type 'Float'")
        #expect(run.complaint(ofCell: 3).message == "cannot convert value of type 'Int' to specified type 'Tensor'")
    }
}
