import Fuzzing

extension OddFamily {
    /// Classes over three or four cells, each overriding some of what it inherits, called through the types of all levels.
    static let hierarchies = OddFamily("hierarchies") { random in
        let some = random.some(of: ClassMember.all)
        let hierarchy = Hierarchy(
            isGeneric: random.oneIn(4), members: some.isEmpty ? [random.pick(ClassMember.all)] : some,
            levels: 2 + random.below(3))
        let derived = (1..<hierarchy.levels).map { hierarchy.derived($0, &random) }
        return [hierarchy.base] + derived + [hierarchy.uses]
    }
}

/// Something that a class has, and how it is overridden and used.
private struct ClassMember {
    /// With `TEXT` for what it gives.
    let declaration: String
    /// What the class above gives, in the declaration.
    let above: String
    /// With `VALUE` for the object.
    let use: String

    static let all = [
        ClassMember(declaration: "func method() -> String { TEXT }", above: "super.method()", use: "VALUE.method()"),
        ClassMember(declaration: "var property: String { TEXT }", above: "super.property", use: "VALUE.property"),
        ClassMember(
            declaration: "subscript(index: Int) -> String { TEXT + String(index) }", above: "super[1]", use: "VALUE[2]"),
        ClassMember(
            declaration: "class func ofClass() -> String { TEXT }", above: "super.ofClass()",
            use: "type(of: VALUE).ofClass()"),
        ClassMember(
            declaration: "class var classProperty: String { TEXT }", above: "super.classProperty",
            use: "type(of: VALUE).classProperty"),
        ClassMember(
            declaration: "func generic<V>(_ value: V) -> String { TEXT + \"\\(value)\" }",
            above: "super.generic(value)",
            use: "VALUE.generic(3)"),
        ClassMember(
            declaration: "func labelled(by name: String = \"default\") -> String { TEXT + name }",
            above: "super.labelled(by: name)", use: "VALUE.labelled()"),
        ClassMember(
            declaration: "func throwing() throws -> String { TEXT }", above: "(try super.throwing())",
            use: "(try! VALUE.throwing())"),
        ClassMember(
            declaration: "var changing: String { get { TEXT } set { log§(\"set \" + newValue + TEXT) } }",
            above: "super.changing", use: "change§(&VALUE.changing)"),
        ClassMember(
            declaration: "static func == (one: Base§, other: Base§) -> Bool { one.stored == other.stored }", above: "",
            use: "(VALUE == VALUE)"),
    ]

    /// Whether classes below can have their own.
    var isOverridable: Bool { !above.isEmpty }
}

/// The classes of one story.
private struct Hierarchy {
    let isGeneric: Bool
    let members: [ClassMember]
    let levels: Int

    func name(_ level: Int) -> String { "\(["Base", "Derived", "Third", "Last"][level])§" }

    var base: String {
        var lines = members.filter { !(isGeneric && !$0.isOverridable) }
            .map { $0.declaration.replacing("TEXT", with: "\"0\"") }
        lines += [
            "var stored: Int", "required init(_ stored: Int) { self.stored = stored }",
            "convenience init(text: String) { self.init(text.count) }", "deinit { log§(\"~0\") }",
        ]
        if isGeneric { lines.append("var value: T?") }
        return """
            func log§(_ text: String) { print("log", text) }
            func change§(_ text: inout String) -> String { text += "!"; return text }
            class Base§\(isGeneric ? "<T>" : "") {
            \(lines.map { "    \($0)\n" }.joined())}
            """
    }

    func derived(_ level: Int, _ random: inout SplitMix) -> String {
        var lines: [String] = []
        for member in random.some(of: members) where member.isOverridable {
            let text = random.oneIn(3) ? "(\"<\(level)\" + \(member.above) + \">\")" : "\"\(level)\""
            let isFinal = level == levels - 1 && random.oneIn(4)
            lines.append((isFinal ? "final " : "") + "override " + member.declaration.replacing("TEXT", with: text))
        }
        switch random.below(4) {
        case 0:
            lines.append(
                "override var stored: Int { willSet { log§(\"will\(level) \\(newValue)\") } "
                    + "didSet { log§(\"did\(level) \\(oldValue)\") } }")
        case 1:
            lines.append(
                "override var stored: Int { get { super.stored * 2 } set { super.stored = newValue + \(level) } }")
        default: break
        }
        if random.oneIn(2) { lines.append("var own\(level) = \"own\(level)\"") }
        if random.oneIn(3) {
            lines.append("required init(_ stored: Int) { log§(\"init\(level)\"); super.init(stored + \(level)) }")
        }
        if random.oneIn(3) { lines.append("deinit { log§(\"~\(level)\") }") }
        let argument = isGeneric && level == 1 ? "<Int>" : ""
        return """
            \(level == levels - 1 && random.oneIn(3) ? "final " : "")class \(name(level)): \(name(level - 1))\(argument) {
            \(lines.map { "    \($0)\n" }.joined())}
            """
    }

    /// Makes an object of the last class, and calls all members through each class's type.
    var uses: String {
        let calls = (0..<levels).map { level in
            let type = name(level) + (isGeneric && level == 0 ? "<Int>" : "")
            let uses = members.filter { !(isGeneric && !$0.isOverridable) }.map { member in
                "    print(\(member.use.replacing("VALUE", with: "as\(level)")))\n"
            }
            return """
                    let as\(level): \(type) = \(name(levels - 1))(text: "four")
                \(uses.joined())    as\(level).stored += 1
                    print(as\(level).stored, type(of: as\(level)).init(5).stored, generic§(as\(level)))
                    _ = \(type)(9)
                """
        }
        let constraint = isGeneric ? "Base§<Int>" : "Base§"
        let first = members.first { $0.isOverridable }
        let generic =
            "func generic§<B: \(constraint)>(_ object: B) -> Any { \(first?.use.replacing("VALUE", with: "object") ?? "object.stored") }"
        return "\(generic)\ndo {\n\(calls.joined(separator: "\n"))\n}"
    }
}
