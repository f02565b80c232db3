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
}
