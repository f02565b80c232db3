import Testing

@testable import Chapters

@Suite struct SynthesizedMembersTests {
    private func edited(_ requirement: String, _ source: String, of declaration: String) -> String? {
        SynthesizedMembers(of: source, earlier: ["let other = 1", declaration]).edit(adding: requirement, at: 0)
            .map { EditedSource(source, edits: [$0]).text }
    }

    @Test func `a struct is compared and hashed by what it stores`() {
        let point =
            "struct Point { static let zero = 0; let x: Int, y: Int; var sum: Int { x }; var z = 1 { didSet {} } }"
        #expect(
            edited("==", "extension Point: Equatable {}", of: point)
                == "extension Point: Equatable { public static func == (a: Self, b: Self) -> Bool { a.x == b.x && a.y == b.y && a.z == b.z };}"
        )
        #expect(
            edited("hash(into:)", "extension Empty: Hashable {}", of: "struct Empty {}")
                == "extension Empty: Hashable { public func hash(into hasher: inout Hasher) {  };}")
    }

    @Test func `an enum is compared case by case`() {
        #expect(
            edited("==", "extension Side: Equatable {}", of: "enum Side { case left(Int, name: String), none }")
                == "extension Side: Equatable { public static func == (a: Self, b: Self) -> Bool { switch (a, b) { "
                + "case (.left(let a0, let a1), .left(let b0, let b1)): return a0 == b0 && a1 == b1; "
                + "case (.none, .none): return true; default: return false } };}")
        #expect(
            edited("allCases", "extension Side: CaseIterable {}", of: "enum Side { case left, right }")
                == "extension Side: CaseIterable { public static var allCases: [Self] { [.left, .right] };}")
    }

    @Test func `what Swift makes in no other way is left to the compiler's words`() {
        #expect(edited("encode(to:)", "extension P: Codable {}", of: "struct P { let x = 1 }") == nil)
        #expect(edited("==", "extension Q: Equatable {}", of: "struct P { let x = 1 }") == nil)
        #expect(edited("<", "extension S: Comparable {}", of: "enum S { case a(Int) }") == nil)
    }
}
