import Testing

@testable import Sessions

/// What is declared in one cell, built upon in a second one and used in a third one means what it means in one file.
@Suite struct ThreeModulesTests {
    /// A few cells, and what the last one prints.
    private func expect(_ cells: [String], toPrint expected: String) throws {
        let run = try RunningChapter(cells: cells)
        #expect(run.statuses.allSatisfy { $0 == .succeeded }, "\((1...cells.count).map(run.frames(ofCell:)))")
        #expect(run.texts.last == expected)
    }

    @Test(arguments: ["", "for _ in 0..<1 {}\n"])
    func `an override is called through a class of a third cell`(loop: String) throws {
        try expect(
            [
                """
                class Base {
                    func method() -> String { "base" }
                    var property: String { "base" }
                    var stored = "base"
                    subscript(i: Int) -> String { "base" }
                    class func ofClass() -> String { "base" }
                    func generic<T>(_ value: T) -> String { "base" }
                }
                """,
                """
                class Derived: Base {
                    override func method() -> String { "derived" }
                    override var property: String { "derived" }
                    override var stored: String { get { "derived" } set {} }
                    override subscript(i: Int) -> String { "derived" }
                    override class func ofClass() -> String { "derived" }
                    override func generic<T>(_ value: T) -> String { "derived" }
                }
                """,
                "class Last: Derived {}",
                """
                let last = Last()
                let asBase: Base = last
                print(last.method(), last.property, last.stored, last[0], Last.ofClass(), last.generic(1))
                print(asBase.method(), asBase.property, asBase.stored, asBase[0], type(of: asBase).ofClass(), asBase.generic(1))
                """,
            ].map { loop + $0 },
            toPrint: Array(repeating: Array(repeating: "derived", count: 6).joined(separator: " "), count: 2)
                .joined(separator: "\n"))
    }

    @Test(arguments: [
        // Swift asks for an initialiser that can be written out, and for one whose property has no type to be seen.
        "var wrappedValue: Int", "private var half = six() / 2\nvar wrappedValue: Int { half * 2 }",
        "var (a, b) = (six(), 2)\nvar wrappedValue: Int { a }",
    ])
    func `an override is called where a property wrapper of its cell keeps its access level`(wrapper: String) throws {
        let value = wrapper == "var wrappedValue: Int" ? " = 6" : ": Int"
        try expect(
            [
                "func six() -> Int { 6 }\nclass Base { func hi() -> String { \"base\" } }",
                """
                @propertyWrapper struct Wrapper { \(wrapper) }
                struct Holder { @Wrapper var n\(value) }
                class Derived: Base { override func hi() -> String { "derived" } }
                """,
                "class Last: Derived {}\nprint(Last().hi(), Holder().n)",
            ], toPrint: "derived 6")
    }

    @Test func `an override of a generic class and of a witness is called`() throws {
        try expect(
            [
                "protocol Speaker { func speak() -> String }",
                "class Box<T>: Speaker { let value: T; init(_ value: T) { self.value = value }; func speak() -> String { \"box\" } }",
                "class IntBox: Box<Int> { override func speak() -> String { \"int \\(value)\" } }",
                "class Last: IntBox {}",
                "func say(_ speaker: any Speaker) -> String { speaker.speak() }\nprint(say(Last(3)), Last(4).speak())",
            ], toPrint: "int 3 int 4")
    }

    @Test(arguments: [
        (
            "func ~= (pattern: Int, value: Int) -> Bool { pattern != value }",
            "switch 5 { case 3: print(\"matched\"); default: print(\"not\") }", "matched"
        ),
        (
            "struct Poly { func callAsFunction(_ x: Int) -> Int { x * 3 } }\nlet poly = Poly()", "print(poly(4))", "12"
        ),
        (
            "@dynamicMemberLookup struct Names { subscript(dynamicMember name: String) -> String { name + \"!\" } }\nlet names = Names()",
            "print(names.anything)", "anything!"
        ),
        (
            "@resultBuilder struct Sum { static func buildBlock(_ parts: Int...) -> Int { parts.reduce(0, +) } }\nfunc sum(@Sum _ parts: () -> Int) -> Int { parts() }",
            "print(sum { 1; 2; 3 })", "6"
        ),
        (
            "extension String.StringInterpolation { mutating func appendInterpolation(_ value: Int) { appendLiteral(\"<\\(String(value))>\") } }",
            "print(\"\\(7)\")", "<7>"
        ),
        (
            "struct Three { func makeIterator() -> IndexingIterator<[Int]> { [1, 2, 3].makeIterator() } }\nextension Three: Sequence {}\nlet three = Three()",
            "print(three.map { $0 * 2 })", "[2, 4, 6]"
        ),
        (
            "struct Metres: ExpressibleByIntegerLiteral { let value: Int; init(integerLiteral value: Int) { self.value = value * 10 } }\nfunc length(_ metres: Metres) -> Int { metres.value }",
            "print(length(4))", "40"
        ),
        (
            "@propertyWrapper struct Low { var wrappedValue: Int { didSet { wrappedValue = min(wrappedValue, 9) } } }\nstruct Holder { @Low var n = 1 }\nvar holder = Holder()",
            "holder.n = 50\nprint(holder.n)", "9"
        ),
        ("extension Int { subscript(digit: Int) -> Int { self + digit } }\nlet five = 5", "print(five[2])", "7"),
        (
            "struct Money: Comparable { var cents: Int; static func < (a: Money, b: Money) -> Bool { a.cents > b.cents } }\nlet amounts = [Money(cents: 1), Money(cents: 2)]",
            "print(amounts.max()!.cents)", "1"
        ),
    ])
    func `what is used without a name is the chapter's own`(declaration: String, use: String, expected: String) throws {
        try expect([declaration, "let between = 1", use], toPrint: expected)
    }

    @Test(arguments: [
        (
            "func log(_ message: Any) { print(\"LOG\", message) }", "let n = 7\nlog(42); log(n); log(\"s\"); log(2.5)",
            "LOG 42\nLOG 7\nLOG s\nLOG 2.5"
        ),
        ("func sqrt(_ x: Double) -> Double { 8 }", "print(sqrt(4), sqrt(4.0))", "8.0 8.0"),
        ("let sigmoid = { (x: Double) -> Double in x + 100 }", "print(sigmoid(1))", "101.0"),
        ("let tan: (Double) -> Double = { _ in 5 }", "print(tan(2))", "5.0"),
        ("func exp(_ x: Float) -> Float { 7 }", "print(exp(1), exp(1.5))", "7.0 7.0"),
        ("func sin(_ x: Double) -> String { \"s\" }", "print(sin(1))", "s"),
        ("func cos<T: BinaryFloatingPoint>(_ x: T) -> T { 4 }", "print(cos(0))", "4.0"),
        ("func tan<T: BinaryInteger>(_ x: T) -> T { x + 100 }", "print(tan(2))", "102"),
        ("func log2(_ x: Double?) -> Double { -8 }", "print(log2(8.0))", "-8.0"),
        ("func display(_ x: Any) { print(\"MY\", x) }", "display(3)", "MY 3"),
    ])
    func `a function of the chapter's own goes before the Prelude's of its name`(
        declaration: String, use: String, expected: String
    ) throws {
        try expect([declaration, use], toPrint: expected)
        try expect([declaration, "let apart = 1", use], toPrint: expected)
    }

    @Test func `an overload that a later cell adds leaves the chapter's first one`() throws {
        try expect(
            [
                "func log(_ x: Int) -> Int { x }", "func log(_ s: String) -> String { s }",
                "print(log(4), log(\"s\"))",
            ], toPrint: "4 s")
    }

    @Test func `a class without a written initialiser is derived from over three cells`() throws {
        try expect(
            [
                "class A { var n = 1; var o: Int?; lazy var l = 2 }\nclass P: CustomStringConvertible { var description = \"p\" }",
                "class B: A { override init() { super.init(); n = 2 } }\nclass Q: P { override init() {} }",
                "class C: B { override init() { super.init(); n += 10 } }\nclass R: Q {}",
                "print(C().n, B().n, R(), A().l)",
            ], toPrint: "12 2 p 2")
    }
}
