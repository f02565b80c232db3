import Testing

/// Fails unless the process wrote the sentence before it ended.
func expect(
    _ result: ExitTest.Result?, says sentence: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("\(sentence)\n"), "it says: \(text.prefix(300))", sourceLocation: sourceLocation)
}
