internal import JSONCoding

/// What is wrong with a file that should hold what was kept.
struct Damage: Error, Equatable, CustomStringConvertible {
    let description: String
}

extension SafetensorsFile {
    /// A fingerprint of all tensors, and of the metadata but for the seal itself.
    var seal: String {
        let texts = metadata.filter { $0.key != "seal" }.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        return ContentDigest.of((texts + names.map { "\($0): \(ContentDigest.of(self[$0]))" }).joined(separator: "\n"))
    }
}

extension StoredArguments {
    /// What a file says in JSON, if its seal holds and it is of this key.
    init(sealedIn file: SafetensorsFile, as name: String, of key: TrainingKey) throws {
        guard let text = file.metadata[name], file.metadata["seal"] == file.seal else {
            throw Damage(description: "what it holds is not what was written")
        }
        self.init(owner: "the \(name)", json: try JSONReader.read(Array(text.utf8)), path: "it")
        guard try string("key") == key.digest else { throw invalid("key", key.digest) }
    }

    /// Numbers, kept as bit patterns, with their names.
    func namedBits() throws -> [(String, Double)] {
        let (names, values) = (try strings("names"), try strings("values").compactMap { UInt64($0) })
        guard names.count == values.count, Set(names).count == names.count else {
            throw invalid("values", "a number for each name")
        }
        return zip(names, values.map { Double(bitPattern: $0) }).map { ($0, $1) }
    }
}
