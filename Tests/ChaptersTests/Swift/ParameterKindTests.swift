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
        ("let sizes = [32, 64]", "", "let sizes = []"),
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
    ])
    func `a value of another kind is refused`(declaration: String, value: String) throws {
        _ = try #require(ParametersCell(of: declaration, declarations: [Self.activation]).parameters.first)
        #expect(setting(declaration, to: .text(value)) == nil)
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
        ("let a: Activation = .relu", "one of .relu, .tanh, .usual"), ("let p: Padding = .same", "a case's name"),
    ])
    func `a kind is named`(declaration: String, name: String) throws {
        let cell = ParametersCell(of: declaration, declarations: [Self.activation])
        #expect(try #require(cell.parameters.first).kind.description == name)
    }
}
