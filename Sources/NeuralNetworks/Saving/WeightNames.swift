/// Finds out which of a file's layers are which of a model's.
///
/// 1. A tensor is called after its layer and what it is there: `conv2d_1/kernel`.
/// 2. Where the file has all names of the model's layers, each layer is the one of its name.
/// 3. Else the layers of a kind follow one another as their numbers do: a model made later in a session has `conv2d_3` and
///    `conv2d_4` where the file has `conv2d` and `conv2d_1`.
/// 4. Tensors under `optimizer/` are none of a layer's.
struct WeightNames {
    /// The file's name of each of the model's layers.
    private var storedNames: [String: String] = [:]

    static let optimizerPrefix = "optimizer/"

    init(layers: [String], tensors: [String]) {
        let stored = Self.layers(of: tensors)
        guard !Set(layers).isSubset(of: stored) else { return }
        let storedByKind = Self.grouped(stored)
        for (kind, names) in Self.grouped(layers) {
            for (name, storedName) in zip(names, storedByKind[kind] ?? []) { storedNames[name] = storedName }
        }
    }

    /// What the file calls the tensor that the model calls `layer/weight`.
    func tensor(_ weight: String, of layer: String) -> String { "\(storedNames[layer] ?? layer)/\(weight)" }

    /// The layers that tensors belong to, in order.
    private static func layers(of tensors: [String]) -> [String] {
        var layers: [String] = []
        var known: Set<String> = []
        for tensor in tensors where !tensor.hasPrefix(optimizerPrefix) {
            guard let slash = tensor.lastIndex(of: "/") else { continue }
            let layer = String(tensor[..<slash])
            if known.insert(layer).inserted { layers.append(layer) }
        }
        return layers
    }

    /// Names without their numbers, and for each of them the names in the order of their numbers.
    private static func grouped(_ names: [String]) -> [String: [String]] {
        Dictionary(grouping: names) { LayerNames.parts(of: $0).base }
            .mapValues { names in names.sorted { LayerNames.parts(of: $0).number < LayerNames.parts(of: $1).number } }
    }
}
