import Display
import NeuralNetworks

/// Prints where the time of a training step goes.
func printTable(_ profile: Profile) {
    let total = profile.rows.reduce(0) { $0 + $1.seconds / Double($1.runs) }
    let rows = profile.rows.map { row in
        let seconds = row.seconds / Double(row.runs)
        return [
            row.layer, row.pass, row.implementation, NumberText.fixed(seconds * 1e3, decimals: 3),
            row.operations > 0 ? NumberText.fixed(row.operations / seconds / 1e9, decimals: 0) : "",
            NumberText.fixed(seconds / total * 100, decimals: 1),
        ]
    }
    let columns = [
        TableOutput.Column(name: "layer"), TableOutput.Column(name: "pass"), TableOutput.Column(name: "implementation"),
        TableOutput.Column(name: "ms", isNumeric: true), TableOutput.Column(name: "GFLOP/s", isNumeric: true),
        TableOutput.Column(name: "%", isNumeric: true),
    ]
    print(Output.table(TableOutput(columns: columns, rows: rows)).plainText)
    print("\(NumberText.fixed(total * 1e3, decimals: 2)) ms a step")
}
