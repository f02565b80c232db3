import Fuzzing

extension OddFamily {
    /// Candidates for one call, spread over cells; the compiler takes the most special one.
    ///
    /// Only such are together that Swift ranks, whatever is left out.
    static let overloads = OddFamily("overloads") { random in
        let candidates = [
            "func f§(_ x: Int) -> String { \"Int\" }", "func f§(_ x: Double) -> String { \"Double\" }",
            "func f§<T: Numeric>(_ x: T) -> String { \"Numeric\" }",
            "func f§<T: BinaryInteger>(_ x: T) -> String { \"BinaryInteger\" }",
            "func f§(_ x: [Int]) -> String { \"[Int]\" }", "func f§<T>(_ x: [T]) -> String { \"[T]\" }",
            "func f§<T: Comparable>(_ x: [T]) -> String { \"[Comparable]\" }",
            "func f§<T>(_ x: T?) -> String { \"T?\" }", "func f§<A, B>(_ x: (A, B)) -> String { \"(A, B)\" }",
            "func f§(_ x: () -> Int) -> String { \"() -> Int\" }",
            "func f§<K, V>(_ x: [K: V]) -> String { \"[K: V]\" }",
            "func f§(_ x: Int, _ y: Int = 2) -> String { \"Int, Int\" }", "func f§(x: Int) -> String { \"x:\" }",
            "func f§<T>(_ x: T) -> String where T: StringProtocol { \"StringProtocol\" }",
            "func f§(_ x: Any, more: Any...) -> String { \"Any, Any...\" }",
        ]
        var chosen = ["func f§<T>(_ x: T) -> String { \"T\" }"] + random.some(of: candidates)
        chosen.shuffle(using: &random)
        let cut = random.below(chosen.count + 1)
        var uses = [
            "1", "2.5", "\"s\"", "[1]", "[\"a\"]", "Optional(3)", "true", "UInt8(4)", "(1, 2)", "{ 4 }", "0..<3",
            "[1: 2]",
            "nil as Int?", "\"c\" as Character", "[[1]]",
        ]
        uses.shuffle(using: &random)
        return [
            chosen[..<cut].joined(separator: "\n"), chosen[cut...].joined(separator: "\n"),
            uses.map { "print(f§(\($0)))" }.joined(separator: "\n"),
        ]
    }

    /// Members of one name in a type, in what it conforms to, and in extensions of other cells.
    ///
    /// `extension P where Self: Q` and `extension Q` are not both there: what they declare has one signature, so the one of
    /// the later cell takes the earlier one's place, where in one file Swift ranks them.
    static let members = OddFamily("members") { random in
        let places = [
            "extension P§ { func m() -> String { \"P\" } }",
            random.oneIn(2)
                ? "extension P§ where Self: Q§ { func m() -> String { \"P where Q\" } }"
                : "extension Q§ { func m() -> String { \"Q\" } }", "extension S§ { func m() -> String { \"S\" } }",
            "extension S§ where T == Int { func m() -> String { \"S<Int>\" } }",
            "extension S§ where T: Equatable { func m() -> String { \"S<Equatable>\" } }",
        ]
        var chosen = ["extension P§ { func m() -> String { \"P\" } }"] + random.some(of: Array(places.dropFirst()))
        chosen.shuffle(using: &random)
        let cut = random.below(chosen.count + 1)
        let requirement = random.oneIn(2) ? "func m() -> String" : ""
        let uses = ["S§(t: 1)", "S§(t: \"s\")", "S§(t: ())"].flatMap { value in
            ["print(\(value).m())", "print(p§(\(value)), q§(\(value)), (\(value) as any P§).m())"]
        }
        return [
            "protocol P§ { \(requirement) }\nprotocol Q§: P§ {}\nstruct S§<T> { var t: T }\n"
                + chosen[..<cut].joined(separator: "\n"),
            "extension S§: P§, Q§ {}\n" + chosen[cut...].joined(separator: "\n"),
            "func p§(_ p: some P§) -> String { p.m() }\nfunc q§<V: Q§>(_ q: V) -> String { q.m() }\n"
                + uses.joined(separator: "\n"),
        ]
    }
}
