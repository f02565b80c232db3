import Foundation

/// What the modules of the Prelude export, as it is declared in their sources.
struct PublicNames {
    /// The modules that export a type of this name.
    private(set) var types: [String: Set<String>] = [:]
    /// The modules that export a function or a variable of this name.
    private(set) var values: [String: Set<String>] = [:]
    /// Types without a value: enums without cases.
    private(set) var namespaces: Set<String> = []

    static let modules = ["Display", "Tensors", "Datasets", "Plots", "NeuralNetworks"]

    init() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources").standardized
        for module in Self.modules {
            let folder = sources.appendingPathComponent(module)
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
                read(try String(contentsOf: file, encoding: .utf8), module)
            }
        }
    }

    /// Declarations at the top level begin a line.
    private mutating func read(_ text: String, _ module: String) {
        let kinds = "struct|class|enum|protocol|actor|typealias|func|let|var"
        for match in text.matches(
            of: try! Regex<(Substring, Substring, Substring)>(
                #"(?m)^(?:@\w+(?:\(.*\))?\s+)*public (?:final |indirect )*(\#(kinds)) (\w+)"#))
        {
            let (kind, name) = (String(match.output.1), String(match.output.2))
            if ["func", "let", "var"].contains(kind) {
                values[name, default: []].insert(module)
            } else {
                types[name, default: []].insert(module)
            }
            if kind == "enum", !text[match.range.upperBound...].prefix(while: { $0 != "}" }).contains("\n    case ") {
                namespaces.insert(name)
            }
        }
    }
}
