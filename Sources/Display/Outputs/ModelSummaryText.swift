extension ModelSummary {
    /// The table that TensorFlow 2 prints: 65 characters wide; 98 with a column for what each layer reads.
    public var plainText: String {
        let rule = String(repeating: "_", count: columnStops.last!)
        let header = String(repeating: "=", count: columnStops.last!)
        let heads = ["Layer (type)", "Output Shape", "Param #", "Connected to"]
        var lines = ["Model: \"\(modelName)\"", rule, line(heads), header]
        for row in rows {
            lines.append(
                line([row.nameAndKind, row.shapeText, String(row.parameterCount), row.connections.first ?? ""]))
            lines += row.connections.dropFirst().map { line(["", "", "", $0]) }
            lines.append(rule)
        }
        if !rows.isEmpty { lines.removeLast() }
        return (lines + [header] + totals + [rule]).joined(separator: "\n")
    }

    /// The three lines of parameter counts, thousands separated by commas.
    public var totals: [String] {
        [
            "Total params: \(NumberText.grouped(trainableCount + nonTrainableCount))",
            "Trainable params: \(NumberText.grouped(trainableCount))",
            "Non-trainable params: \(NumberText.grouped(nonTrainableCount))",
        ]
    }

    /// Where the columns end. The last one is there only if some layer reads others than the one above it.
    public var columnStops: [Int] {
        rows.contains { !$0.connections.isEmpty } ? [32, 53, 65, 98] : [29, 55, 65]
    }

    /// Builds a line field by field as Keras's `print_row` does: before a field is appended, the line's last character
    /// gives way to a space; afterwards the line is cut or padded to the field's stop.
    private func line(_ fields: [String]) -> String {
        var line = ""
        for (field, stop) in zip(fields, columnStops) {
            if !line.isEmpty { line = line.dropLast() + " " }
            line = String((line + field).prefix(stop))
            line += String(repeating: " ", count: stop - line.count)
        }
        return line.trimmingTrailingSpaces()
    }
}

extension ModelSummary.Row {
    /// `conv2d (Conv2D)`.
    public var nameAndKind: String { "\(name) (\(kind))" }

    /// `(None, 26, 26, 32)`; of an input, Keras lists the shapes: `[(None, 28, 28, 1)]`.
    public var shapeText: String {
        let sizes = outputShape.map { $0.map(String.init) ?? "None" }
        let text = "(\(sizes.joined(separator: ", "))\(sizes.count == 1 ? "," : ""))"
        return kind == "InputLayer" ? "[\(text)]" : text
    }
}
