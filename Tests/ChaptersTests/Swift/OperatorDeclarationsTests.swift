import Testing

@testable import Chapters

@Suite struct OperatorDeclarationsTests {
    private func operators(_ source: String) -> OperatorDeclarations { CellAnalysis(of: source).operators }

    @Test func `what two cells declare differently is stated again, as the later one has it`() {
        let both = operators("infix operator **: AdditionPrecedence\nprefix operator √")
            .followed(by: operators("infix operator **:\n    MultiplicationPrecedence // higher"))
        #expect(both.restatements(for: OperatorDeclarations()) == ["infix operator ** : MultiplicationPrecedence"])
        #expect(both.restatements(for: operators("infix operator **")) == [])
    }

    @Test func `what is declared once, or twice alike, is not stated again`() {
        let both = operators("infix operator **").followed(by: operators("infix  operator **\npostfix operator **"))
        #expect(both.restatements(for: OperatorDeclarations()) == [])
    }

    @Test func `precedence groups are among them`() {
        let both = operators("precedencegroup P { higherThan: A }").followed(by: operators("precedencegroup P {}"))
        #expect(both.restatements(for: OperatorDeclarations()) == ["precedencegroup P { }"])
    }
}
