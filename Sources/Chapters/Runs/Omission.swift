/// What a cell gave and its record leaves out, since there is more than anybody reads.
public struct Omission: Equatable, Sendable {
    /// How many of the record's outputs stand before the gap.
    public let position: Int
    /// Bytes of printed text.
    public let bytes: Int
    /// Displayed outputs.
    public let outputs: Int

    public init(position: Int, bytes: Int, outputs: Int) {
        self.position = position
        self.bytes = bytes
        self.outputs = outputs
    }
}
