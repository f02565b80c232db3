import Display
internal import JSONCoding

/// What an evaluation gave, and when, in seconds since 1970.
///
/// It stands in a file of the safetensors format without tensors: the metadata `evaluation` is JSON, with `key`, `names`,
/// `values` as bit patterns, and `time`; `seal` is that of a checkpoint.
struct KeptEvaluation: Equatable {
    let metrics: [Metric]
    let time: Int

    func file(of key: TrainingKey) -> SafetensorsFile {
        let json: JSON = [
            "key": .string(key.digest), "names": .array(metrics.map { .string($0.name) }),
            "values": .array(metrics.map { .string(String($0.value.bitPattern)) }), "time": .integer(time),
        ]
        var file = SafetensorsFile(metadata: ["evaluation": json.text])
        file.metadata["seal"] = file.seal
        return file
    }
}

extension KeptEvaluation {
    init(_ file: SafetensorsFile, of key: TrainingKey) throws {
        let stored = try StoredArguments(sealedIn: file, as: "evaluation", of: key)
        metrics = try stored.namedBits().map { Metric(name: $0.0, value: $0.1) }
        time = try stored.integer("time", upTo: .max)
    }
}
