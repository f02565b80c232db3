import Testing

@testable import Chapters

@Suite struct ParameterKindTests {
    private static let activation =
        "enum Activation { case relu, tanh, leaky(Double)\n static let usual = Activation.relu }"

    /// The declaration with the value set; nil where it cannot be.
    private func setting(_ declaration: String, to value: ParameterValue) -> String? {
        let cell = ParametersCell(of: declaration, declarations: [Self.activation])
        return cell.parameters.first.flatMap { cell.edit(setting: $0, to: value) }
            .map { EditedSource(declaration, edits: [$0]).text }
    }

    @Test(arguments: [
        ("let sizes = [32, 64]", "16,32", "let sizes = [16, 32]"),
        ("let sizes = [32, 64]", " 16 , 32 ", "let sizes = [16, 32]"),
        ("let sizes = [32, 64]", "[16, 32]", "let sizes = [16, 32]"),
        ("let sizes = [32, 64]", "16", "let sizes = [16]"),
        ("let sizes = [32, 64]", "", "let sizes = [] as [Int]"),
        ("let sizes = [32, 64]", "[]", "let sizes = [] as [Int]"),
        ("let rates = [1, 0.5]", "", "let rates = [] as [Double]"), ("let n = [\"a\"]", "", "let n = [] as [String]"),
        ("let n = [\"a\"]", "\"a,b\",c", "let n = [\"a,b\", \"c\"]"),
        ("let n = [\"a\"]", "'a, b', c", "let n = [\"a, b\", \"c\"]"),
        ("let grid = [[1, 2]]", "[[], []]", "let grid = [[], []] as [[Int]]"),
        ("let a = [Activation.relu]", "", "let a = [] as [Activation]"),
        ("let sizes: Set<Int> = [1]", "", "let sizes: Set<Int> = []"),
        ("let n = UInt8.max", "3", "let n = 3 as UInt8"), ("let r = Float.pi", "3", "let r = 3.0 as Float"),
        ("let n = [Int8.max]", "3", "let n = [3] as [Int8]"),
        ("let h = 0x10", "0x20", "let h = 32"), ("let n = 3", "-0x1_F", "let n = -31"),
        ("let n = 3", "0b101", "let n = 5"), ("let n: UInt8 = 3", "0o17", "let n: UInt8 = 15"),
        ("let d = 1.5", "1e3", "let d = 1000.0"), ("let d = 1.5", "1_000.5", "let d = 1000.5"),
        ("let d = 1.5", "0x1p4", "let d = 16.0"), ("let d = 1.5", "0", "let d = 0.0"),
        ("let f: Float = 1", "0.1", "let f: Float = 0.1"), ("let f: Float = 1", "1e38", "let f: Float = 1e+38"),
        ("let sizes: [Int] = []", "1,2", "let sizes: [Int] = [1, 2]"),
        ("let sizes: [Double] = [1, 2]", "1,0.5", "let sizes: [Double] = [1.0, 0.5]"),
        ("let rates = [1, 0.5]", "2,3", "let rates = [2.0, 3.0]"),
        ("let names = [\"a\"]", "b,c d", "let names = [\"b\", \"c d\"]"),
        ("let names = [\"a\"]", "['b, c', \"d\"]", "let names = [\"b, c\", \"d\"]"),
        ("let flags: Set<Bool> = [true]", "false,true", "let flags: Set<Bool> = [false, true]"),
        ("let grid = [[1, 2], [3]]", "[[4], []]", "let grid = [[4], []]"),
        ("let limit: Int? = nil", "5", "let limit: Int? = 5"), ("let limit: Int? = 5", "nil", "let limit: Int? = nil"),
        ("let limit: Optional<Double> = 5", "null", "let limit: Optional<Double> = nil"),
        ("let name: String? = nil", "a", "let name: String? = \"a\""),
        ("let sizes: [Int]? = nil", "1,2", "let sizes: [Int]? = [1, 2]"),
        ("let sizes: [Int?] = [nil]", "1,nil", "let sizes: [Int?] = [1, nil]"),
        ("let a: Activation = .relu", "tanh", "let a: Activation = .tanh"),
        ("let a: Activation = .relu", ".usual", "let a: Activation = .usual"),
        ("let a = Activation.relu", "tanh", "let a = Activation.tanh"),
        ("let a = Activation.relu", "Activation.tanh", "let a = Activation.tanh"),
        ("let a: Activation? = nil", ".relu", "let a: Activation? = .relu"),
        ("let a: [Activation] = [.relu]", "relu,tanh", "let a: [Activation] = [.relu, .tanh]"),
        ("let p: Padding = .same", "valid", "let p: Padding = .valid"),
        ("let n: UInt8 = 3", "255", "let n: UInt8 = 255"), ("let n = Int.max", "-3", "let n = -3"),
        ("let n: UInt64 = 3", "18446744073709551615", "let n: UInt64 = 18446744073709551615"),
        ("let r: Float = .infinity", "1", "let r: Float = 1.0"),
        ("let c: Character = \"x\"", "é", "let c: Character = \"é\""),
    ])
    func `a value takes the literal's place`(declaration: String, value: String, expected: String) {
        #expect(setting(declaration, to: .text(value)) == expected)
    }

    @Test(arguments: [
        ("let sizes = [32, 64]", "16,many"), ("let sizes = [32, 64]", "1,,2"), ("let sizes = [32, 64]", "[1, 2"),
        ("let sizes = [32, 64]", "[[1], 2]"), ("let sizes = [32, 64]", "[a: 1]"), ("let sizes = [32, 64]", "nil"),
        ("let sizes: Set<UInt8> = [1]", "1,256"), ("let grid = [[1, 2]]", "1,2"), ("let limit: Int? = nil", "many"),
        ("let limit: Int? = nil", ""), ("let limit: UInt? = 5", "-1"), ("let a: Activation = .relu", "sigmoid"),
        ("let a: Activation = .relu", "leaky"), ("let a: Activation = .relu", "Other.relu"),
        ("let a = Activation.relu", "tanh()"), ("let p: Padding = .same", ".valid; print(1)"),
        ("let n: UInt8 = 3", "256"), ("let c: Character = \"x\"", "xy"), ("let flag: Bool? = true", "1"),
        ("let f: Float = 1", "1e39"), ("let f: Float = 1", "-1e39"), ("let f: Float = 1", "1e-60"),
        ("let f: Float16 = 1", "70000"), ("let r = Float.pi", "1e39"), ("let l: [Float] = [1]", "1,1e39"),
        ("let d = 1.5", "1e400"), ("let d = 1.5", "1e-400"), ("let d = 1.5", "_1"), ("let d = 1.5", "1e_3"),
        ("let n = 3", "_1"), ("let n = 3", "0x_1"), ("let n = 3", "0x"), ("let n = 3", "0x-1"), ("let n = 3", "1e3"),
        ("let n: Int8 = 3", "-129"), ("let n: Int8 = 3", "0x80"), ("let n: UInt64 = 3", "18446744073709551616"),
        ("let n: UInt = 3", "-1"), ("let n: UInt16 = 3", "-0x1"), ("let n = 3", "9223372036854775808"),
        ("let b = true", "yes"), ("let b = true", "TRUE"),
    ])
    func `a value of another kind is refused`(declaration: String, value: String) throws {
        _ = try #require(ParametersCell(of: declaration, declarations: [Self.activation]).parameters.first)
        #expect(setting(declaration, to: .text(value)) == nil)
    }

    @Test func `a text in quotes is no nil`() {
        let name = "let name: String? = \"a\""
        #expect(setting(name, to: .text("nil")) == "let name: String? = nil")
        #expect(setting(name, to: .quoted("nil")) == "let name: String? = \"nil\"")
        #expect(setting(name, to: .quoted("~")) == "let name: String? = \"~\"")
        #expect(setting("let l: [String?] = [nil]", to: .text("['nil', nil]")) == "let l: [String?] = [\"nil\", nil]")
        #expect(setting("let n = 1", to: .quoted("2")) == "let n = 2")
    }

    @Test func `a list of a file is one, and no list is a number`() {
        #expect(setting("let s = [1]", to: .list([.text("2"), .text("3")])) == "let s = [2, 3]")
        #expect(setting("let s = [[1]]", to: .list([.list([.text("2")]), .list([])])) == "let s = [[2], []]")
        #expect(setting("let s = 1", to: .list([.text("2")])) == nil)
        #expect(setting("let s: Int? = 1", to: .list([])) == nil)
    }

    @Test(
        arguments: [
            ("let f = g()", ["f"], "g()"), ("let r = 0...5", ["r"], "0...5"),
            ("let d = [\"a\": 1]", ["d"], "[\"a\": 1]"),
            ("let x = [1, \"a\"] as [Any]", ["x"], "[1, \"a\"] as [Any]"), ("let x = [a, b]", ["x"], "[a, b]"),
            ("let o: Optimizer = .adam(rate: 0.1)", ["o"], ".adam(rate: 0.1)"),
            ("let (a, b) = (1, 2)", ["a", "b"], nil),
            ("let later: Int", ["later"], nil),
        ] as [(String, [String], String?)])
    func `what cannot be set is known with its value`(declaration: String, names: [String], value: String?) {
        let cell = ParametersCell(of: declaration)
        #expect(cell.parameters.isEmpty)
        #expect(cell.fixed.map(\.name) == names)
        #expect(cell.fixed.allSatisfy { $0.value == value })
    }

    @Test(arguments: [
        ("let s = [1]", "a list (whole numbers)"), ("let s: [String]? = nil", "a list (texts), or nil"),
        ("let n: Int? = 1", "a whole number, or nil"), ("let n: UInt8 = 1", "a whole number that UInt8 can hold"),
        ("let f: Float = 1", "a number that Float can hold"),
        ("let a: Activation = .relu", "one of .relu, .tanh, .usual"), ("let p: Padding = .same", "a case's name"),
    ])
    func `a kind is named`(declaration: String, name: String) throws {
        let cell = ParametersCell(of: declaration, declarations: [Self.activation])
        #expect(try #require(cell.parameters.first).kind.description == name)
    }
}
