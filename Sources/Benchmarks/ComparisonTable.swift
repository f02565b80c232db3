import Display

/// Both networks in all engines, with how many times as long as nbrun each of the others takes.
struct ComparisonTable {
    let rows: [[String]]

    init(_ measurements: [Network: [Measurement]]) {
        rows = Network.allCases.flatMap { network in
            let own = measurements[network]?.first?.secondsAnEpoch
            return (measurements[network] ?? []).map { Self.row(network, $0, own: own) }
        }
    }

    private static func row(_ network: Network, _ measurement: Measurement, own: Double?) -> [String] {
        let ratio = measurement.secondsAnEpoch.flatMap { seconds in own.map { seconds / $0 } }
        return [
            network.title, measurement.engine, fixed(measurement.secondsAnEpoch, 2), fixed(ratio, 2),
            fixed(measurement.testAccuracy, 4), fixed(measurement.peakMegabytes, 0),
            fixed(measurement.secondsToFirstStep, 2), fixed(measurement.predictionsASecond, 0),
        ]
    }

    var text: String {
        let numbers = [
            "s an epoch", "ratio", "test accuracy", "peak MB", "s to first step", "predictions/s",
        ]
        return plainTable(words: ["network", "engine"], numbers: numbers, rows)
    }
}

/// Augmentation in the engines that have it.
struct AugmentationTable {
    let measurements: [Measurement]

    init(_ measurements: [Measurement]) {
        self.measurements = measurements
    }

    var text: String {
        let rates = measurements.map { $0.imagesASecond ?? 0 }
        let rows = zip(measurements, rates).map { measurement, rate in
            [measurement.engine, fixed(rate, 0), fixed(rates[0] / rate, 1)]
        }
        return plainTable(words: ["augmentation"], numbers: ["images/s", "ratio"], rows)
    }
}

func fixed(_ value: Double?, _ decimals: Int) -> String {
    value.map { NumberText.fixed($0, decimals: decimals) } ?? ""
}

func plainTable(words: [String], numbers: [String], _ rows: [[String]]) -> String {
    let columns =
        words.map { TableOutput.Column(name: $0) } + numbers.map { TableOutput.Column(name: $0, isNumeric: true) }
    return Output.table(TableOutput(columns: columns, rows: rows)).plainText + "\n"
}
