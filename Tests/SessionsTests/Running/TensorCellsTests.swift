import Testing

/// A cell's compiler sees the library without the C headers behind it, and in Swift 5 mode: other conditions than those
/// under which the library's own tests are compiled.
@Suite struct TensorCellsTests {
    @Test func everyKindOfTensorOperationCompilesInACell() throws {
        try FixtureChapter("tensors").expectWhatIsWritten()
    }
}
