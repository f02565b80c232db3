import Display

/// A training run: a row for some of the epochs under a curve for each metric; all epochs and Keras's lines in folds.
struct TrainingView: View {
    let log: TrainingLog
    let words: Words

    /// With more epochs than this, the table shows some of them.
    static let limit = 6

    var markup: Markup {
        guard !log.epochs.isEmpty else { return "" }
        return """
            <div class="training">
            \(table(log.epochs(atMost: Self.limit), withCurves: true))\
            \(remarks)\
            \(log.epochs.count > Self.limit ? fold(words.allEpochs(log.epochs.count), table(log.epochs)) : nil)\
            \(fold(words.kerasLines, "<pre class=\"stream\">\n\(log.plainText)</pre>\n"))\
            </div>

            """
    }

    private var remarks: Markup {
        log.epochs.flatMap(\.remarks).map { remark -> Markup in "<p class=\"note\">\(remark)</p>\n" }.joined()
    }

    private func table(_ epochs: [TrainingLog.Epoch], withCurves: Bool = false) -> Markup {
        let names = log.metricNames
        let heads = names.map { name -> Markup in "<th scope=\"col\" class=\"number\">\(name)</th>" }
        return """
            <div class="scroll"><table class="data epochs">
            <thead><tr><th scope="col" class="number">\(words.epoch)</th>\(heads.joined())</tr>\
            \(withCurves && log.epochs.count > 1 ? curves(names) : nil)</thead>
            <tbody>
            \(epochs.map { row($0, names) }.joined())</tbody>
            </table></div>

            """
    }

    /// A metric and its `val_` twin share one scale, so that their curves can be compared.
    private func curves(_ names: [String]) -> Markup {
        let cells = names.map { name -> Markup in
            let twins = names.filter { $0 == name || $0 == "val_\(name)" || "val_\($0)" == name }
            let curve = Sparkline(values: values(of: name), range: Sparkline.range(of: twins.flatMap(values)))
            return "<td>\(curve.markup(label: words.curve(of: name, values(of: name))))</td>"
        }
        return "<tr class=\"curves\"><td>\(words.course)</td>\(cells.joined())</tr>"
    }

    private func values(of name: String) -> [Double] {
        log.epochs.map { epoch in epoch.metrics.first { $0.name == name }?.value ?? .nan }
    }

    private func row(_ epoch: TrainingLog.Epoch, _ names: [String]) -> Markup {
        let cells = names.map { name -> Markup in
            let value = epoch.metrics.first { $0.name == name }.map { NumberText.metric($0.value) }
            return "<td class=\"number\">\(value ?? "–")</td>"
        }
        return "<tr><th scope=\"row\" class=\"number\">\(epoch.number)</th>\(cells.joined())</tr>\n"
    }

    private func fold(_ title: String, _ content: Markup) -> Markup {
        "<details><summary>\(title)</summary>\n\(content)</details>\n"
    }
}
