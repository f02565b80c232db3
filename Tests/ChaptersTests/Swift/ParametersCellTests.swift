import Testing

@testable import Chapters

@Suite struct ParametersCellTests {
    private let source =
        "let epochs = 25 // how often\nlet rate = 0.5\nlet name: String = \"a\"\nlet deep = true\nlet share: Double = 1\nlet f = g()"

    private func setting(_ name: String, to value: String) -> String? {
        let cell = ParametersCell(of: source)
        guard let parameter = cell.parameters.first(where: { $0.name == name }) else { return nil }
        return cell.edit(setting: parameter, to: .text(value)).map { EditedSource(source, edits: [$0]).text }
    }

    @Test func literalsAreParameters() {
        #expect(ParametersCell(of: source).parameters.map(\.name) == ["epochs", "rate", "name", "deep", "share"])
        #expect(
            ParametersCell(of: source).parameters.map(\.kind) == [.integer("Int"), .double, .string, .boolean, .double])
    }

    @Test func aValueTakesTheLiteralsPlace() {
        #expect(setting("epochs", to: "2")?.hasPrefix("let epochs = 2 // how often\n") == true)
        #expect(setting("epochs", to: "12_000")?.contains("= 12000 //") == true)
        #expect(setting("rate", to: "1")?.contains("let rate = 1.0\n") == true)
        #expect(setting("name", to: "a\"b\\(x)\n")?.contains(#"= "a\"b\\(x)\n""#) == true)
        #expect(setting("share", to: "0.25")?.contains("Double = 0.25") == true)
    }

    @Test(arguments: [
        ("epochs", "two"), ("epochs", "1.5"), ("rate", "nan"), ("rate", "x"), ("deep", "yes"), ("epochs", ""),
    ])
    func aValueOfAnotherKindIsRefused(name: String, value: String) {
        #expect(setting(name, to: value) == nil)
    }
}
