import Fuzzing

extension OddFamily {
    /// A protocol with defaults, types that fulfil it in other cells, and calls through types, existentials and generics.
    static let protocols = OddFamily("protocols") { random in
        let members = ["required", "defaulted", "only", "refined"]
        let isClassBound = random.oneIn(4)
        let hasAssociated = random.oneIn(3)
        let element = hasAssociated ? "<Part>" : ""
        let head = """
            protocol Shape§\(element)\(isClassBound ? ": AnyObject" : "") {
                \(hasAssociated ? "associatedtype Part = Int\n    var part: Part { get }" : "")
                func required() -> String
                func defaulted() -> String
                var property: String { get }
                static func ofType() -> String
            }
            extension Shape§ {
                func defaulted() -> String { "default" }
                func only() -> String { "extension " + required() }
                var property: String { "default property" }
                static func ofType() -> String { "default type" }
            }
            """
        let refinement = """
            protocol Fine§: Shape§ { func refined() -> String }
            extension Fine§ {
                func refined() -> String { "refined " + defaulted() }
                \(random.oneIn(2) ? "func defaulted() -> String { \"fine default\" }" : "")
                \(random.oneIn(2) ? "func only() -> String { \"fine only\" }" : "")
            }
            """
        let kind = isClassBound || random.oneIn(3) ? "class" : "struct"
        let own = random.some(of: [
            "func defaulted() -> String { \"own default\" }", "func only() -> String { \"own only\" }",
            "func refined() -> String { \"own refined\" }", "var property: String { \"own property\" }",
            "static func ofType() -> String { \"own type\" }",
        ])
        let isSplit = random.oneIn(2)
        let type = """
            \(kind) Type§\(isSplit ? "" : ": Fine§") {
                \(hasAssociated ? "var part: Double { 0.5 }" : "")
                func required() -> String { "own" }
            \(own.map { "    \($0)\n" }.joined())}
            """
        var conformances = isSplit ? ["extension Type§: Fine§ {}"] : []
        if !isClassBound {
            conformances.append(
                random.pick([
                    "extension Int: Fine§ { \(hasAssociated ? "var part: Int { 7 }; " : "")func required() -> String { \"int \\(self)\" } }",
                    "extension Array: Shape§ where Element: Shape§ { \(hasAssociated ? "var part: Int { 7 }; " : "")func required() -> String { map { $0.required() }.joined() } }",
                    "extension Optional: Shape§ where Wrapped: Shape§ { \(hasAssociated ? "var part: Int { 7 }; " : "")func required() -> String { map { $0.defaulted() } ?? \"nil\" } }",
                ]))
        }
        let calls = { (value: String, isFine: Bool) in
            (members.dropLast() + (isFine ? ["refined"] : [])).map { "\(value).\($0)()" }.joined(separator: ", ")
                + ", \(value).property, type(of: \(value)).ofType()"
        }
        var uses = """
            func generic§<S: Shape§>(_ shape: S) -> [String] { [\(calls("shape", false))] }
            func fine§(_ shape: some Fine§) -> [String] { [\(calls("shape", true))] }
            let value§ = Type§()
            let any§: any Shape§ = value§
            let anyFine§: any Fine§ = value§
            print(\(calls("value§", true)))
            print(\(calls("any§", false)))
            print(generic§(value§), fine§(value§))
            print(generic§(any§))
            """
        if conformances.last?.contains("Int:") == true { uses += "\nprint(fine§(5), generic§(6), 7.only())" }
        if conformances.last?.contains("Array:") == true {
            uses += "\nprint(generic§([value§, value§]), [value§].only(), ([value§] as Any) is any Shape§)"
        }
        if conformances.last?.contains("Optional:") == true {
            uses += "\nprint(generic§(Optional(value§)), (Optional(value§) as Type§?).only())"
        }
        if hasAssociated { uses += "\nlet primary§: any Shape§<Double> = value§\nprint(primary§.part + 1)" }
        return random.oneIn(2)
            ? [head, refinement, type, conformances.joined(separator: "\n"), uses]
            : [head + "\n" + refinement, type + "\n" + conformances.joined(separator: "\n"), uses]
    }
}
