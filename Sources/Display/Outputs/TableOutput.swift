/// Rows of text under named columns.
public struct TableOutput: Equatable, Sendable {
    /// The head of one column and how its cells are aligned.
    public struct Column: Equatable, Sendable {
        public let name: String
        /// Numbers stand flush right, words flush left.
        public let isNumeric: Bool

        public init(name: String, isNumeric: Bool = false) {
            self.name = name
            self.isNumeric = isNumeric
        }
    }

    public let columns: [Column]
    /// One array a row, one string a column.
    public let rows: [[String]]

    public init(columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }
}

extension TableOutput {
    /// The last column of the table that `--profile` has each fit show.
    package static let shareOfStep = "% of step"

    /// Why an algorithm is above the machine's peak; its row says so.
    package static let fewerOperations = "fewer operations than counted"

    /// Whether it tells where the time of a training step went.
    package var isProfile: Bool { columns.last?.name == Self.shareOfStep }
}
