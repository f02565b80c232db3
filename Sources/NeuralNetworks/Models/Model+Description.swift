import Display

extension Model: CustomStringConvertible {
    /// `Sequential "sequential": 2 layers, 6,162 parameters`; ``summary()`` tells more.
    public var description: String {
        let head = "\(type(of: self)) \"\(name)\""
        guard graph != nil else { return "\(head): the shape of its input is not known yet" }
        let parameters = listedNodes.reduce(0) { $0 + $1.parameterCount }
        return "\(head): \(counted(listedNodes.count, "layer")), \(counted(parameters, "parameter"))"
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        "\(NumberText.grouped(count)) \(noun)\(count == 1 ? "" : "s")"
    }
}

extension Model: CustomReflectable {
    /// What `dump` tells below the description: its layers.
    public var customMirror: Mirror {
        let layers = listedNodes.map { (Optional($0.name), LayerHandle(node: $0) as Any) }
        return Mirror(self, children: layers, displayStyle: .class, ancestorRepresentation: .suppressed)
    }
}
