import Testing

@testable import Display

@Suite struct TableTests {
    struct Layer {
        let name: String
        let parameters: Int
        var rate: Double?
    }

    @Test func `A row for each struct, a column for each property`() {
        let table = Table([
            Layer(name: "dense", parameters: 24, rate: 0.3), Layer(name: "dropout", parameters: 0),
        ])
        #expect(
            table.output.plainText == """
                name     parameters  rate
                ───────  ──────────  ────
                dense            24   0.3
                dropout           0
                """)
    }

    @Test func `Columns by name keep their order, and decimals their points below each other`() {
        let table = Table(columns: ["epoch": 1...3, "loss": [0.52, 0.3125, 2], "note": ["", "best", "so so"]])
        #expect(
            table.output.plainText == """
                epoch    loss  note
                ─────  ──────  ─────
                    1  0.5200
                    2  0.3125  best
                    3  2.0000  so so
                """)
    }

    @Test func `Arrays as rows take the names that are given for them`() {
        let table = Table([[1, 2], [3, 4]], names: ["x", "y"])
        #expect(
            table.output
                == .table(
                    TableOutput(
                        columns: [.init(name: "x", isNumeric: true), .init(name: "y", isNumeric: true)],
                        rows: [["1", "2"], ["3", "4"]])))
    }

    @Test func `Values that have no parts are one column`() {
        #expect(Table(["a", "b"]).output.plainText == "value\n─────\na\nb")
        #expect(Table([1.5, 1e-9]).output.plainText == "  value\n───────\n1.5e+00\n1.0e-09")
        #expect(Table([1000.00001, 1000.00002]).output.plainText == "     value\n──────────\n1000.00001\n1000.00002")
        #expect(Table([1.5 as Float, .nan, -.infinity]).output.plainText == "value\n─────\n  1.5\n  nan\n -inf")
        #expect("\(Table(["a", "b"]))" == "value\n─────\na\nb")
    }

    @Test func `A dictionary has a column for keys and one for values`() {
        #expect(Table(["accuracy": 0.9]).output.plainText == "key       value\n────────  ─────\naccuracy    0.9")
    }

    @Test func `No rows are an empty table`() {
        #expect(Table([Layer]()).output == .table(TableOutput(columns: [], rows: [])))
    }
}
