import Testing

@testable import Chapters

@Suite struct ConformancesTests {
    private func unused(_ later: String, after earlier: String...) -> [String] {
        let known = earlier.reduce(Conformances()) { $0.followed(by: CellAnalysis(of: $1).conformances) }
        return known.unused(by: CellAnalysis(of: later).conformances).map { "\($0.type) \($0.proto) \($0.member)" }
    }

    @Test(arguments: [
        ("struct S: Comparable {}", "extension S { static func < (a: S, b: Self) -> Bool { true } }", "S Comparable <"),
        ("struct S: Hashable {}", "extension S { static func == (a: S, b: S) -> Bool { true } }", "S Hashable =="),
        (
            "enum A { struct S: Error, Codable {} }", "extension A.S { init(from d: any Decoder) {} }",
            "A.S Codable init"
        ),
        ("struct B<T> {}\nextension B: Identifiable {}", "extension B { var id: Int { 1 } }", "B Identifiable id"),
        (
            "protocol P { func p(_ i: Int) }\nprotocol Q: P {}\nextension Int: Q {}",
            "extension Int { func p(_ j: Int) {} }", "Int Q p"
        ),
        (
            "protocol P { associatedtype A; func p(_ a: A) }\nstruct S: P {}",
            "extension S { func p(_ a: Double) {} }", "S P p"
        ),
        (
            "protocol P { var p: Int { get } }\nextension P { var p: Int { 1 } }", "extension P { var p: Int { 2 } }",
            "P P p"
        ),
    ])
    func `a later member that a protocol goes on without is found`(earlier: String, later: String, found: String) {
        #expect(unused(later, after: earlier, "let other = 1") == [found])
    }

    @Test(arguments: [
        ("struct S: Comparable {}", "extension S { static func < (a: S, b: Int) -> Bool { true } }"),
        ("struct S: Comparable {}", "extension S { func description() {} }\nfunc < (a: S, b: S) -> Bool { true }"),
        ("struct S {}", "extension S: Equatable { static func == (a: S, b: S) -> Bool { true } }"),
        ("struct S: Equatable {}", "struct S {}\nextension S { static func == (a: S, b: S) -> Bool { true } }"),
        ("struct B<T>: P {}\nprotocol P { func p() }", "extension B where T == Int { func p() {} }"),
        ("protocol P { func p() }\nstruct S: P { func p() {} }", "extension P { func p() {} }"),
        ("protocol P { func p(_ i: Int) }\nstruct S: P {}", "extension S { func p(_ i: String) {} }"),
        ("struct S: Identifiable {}", "extension S { private var id: Int { 1 } }"),
    ])
    func `what stands beside it in a single file, too, is left alone`(earlier: String, later: String) {
        #expect(unused(later, after: earlier).isEmpty)
    }

    @Test func `a type that is declared anew has none of the former one's`() {
        let later = "extension S { var id: Int { 2 } }"
        #expect(unused(later, after: "struct S: Identifiable {}", "struct S {}").isEmpty)
        #expect(unused(later, after: "struct S {}", "struct S: Identifiable {}") == ["S Identifiable id"])
    }

    @Test func `the place of a conformance is its protocol's name`() {
        let source = "struct S {}\nextension S: @retroactive Codable, Hashable {}"
        #expect(Conformances.offset(of: "S", to: Conformances().implying("Equatable"), in: source) == 47)
        #expect(Conformances.offset(of: "S", to: ["Decodable", "Codable"], in: source) == 38)
        #expect(Conformances.offset(of: "T", to: ["Codable"], in: source) == nil)
    }
}
