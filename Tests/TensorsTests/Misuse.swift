import Testing

extension ExitTest.Result {
    /// What the process wrote to standard error: the sentence of a misuse.
    var errorText: String {
        String(decoding: standardErrorContent, as: UTF8.self)
    }
}
