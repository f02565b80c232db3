import Display

/// Named numbers, large enough to be quoted.
struct MetricsView: View {
    let metrics: [Metric]

    var markup: Markup {
        let pairs = metrics.map { metric -> Markup in
            "<dt>\(metric.name)</dt><dd>\(NumberText.metric(metric.value))</dd>"
        }
        return "<dl class=\"metrics\">\(pairs.joined())</dl>\n"
    }
}
