extension ModelSummary {
    /// The table that TensorFlow 2 prints: 65 characters wide, with stops at 29, 55 and 65.
    public var plainText: String {
        let rule = String(repeating: "_", count: Self.stops.last!)
        let header = String(repeating: "=", count: Self.stops.last!)
        var lines = ["Model: \"\(modelName)\"", rule, Self.line(["Layer (type)", "Output Shape", "Param #"]), header]
        for row in rows {
            lines.append(Self.line([row.nameAndKind, row.shapeText, String(row.parameterCount)]))
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

    private static let stops = [29, 55, 65]

    /// Builds a line field by field as Keras's `print_row` does: before a field is appended, the line's last character
    /// gives way to a space; afterwards the line is cut or padded to the field's stop.
    private static func line(_ fields: [String]) -> String {
        var line = ""
        for (field, stop) in zip(fields, stops) {
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

    /// `(None, 26, 26, 32)`.
    public var shapeText: String {
        let sizes = outputShape.map { $0.map(String.init) ?? "None" }
        return "(\(sizes.joined(separator: ", "))\(sizes.count == 1 ? "," : ""))"
    }
}
