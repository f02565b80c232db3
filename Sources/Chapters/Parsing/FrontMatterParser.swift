import Yams

extension FrontMatter {
    /// Reads the YAML of a front matter that begins in the chapter's second line.
    ///
    /// Keys that nbrun does not know belong to other tools and are left to them.
    init(yaml: String) throws(ChapterProblem) {
        self.init()
        guard let mapping = try Self.mapping(of: yaml) else { return }
        for (key, value) in mapping {
            guard let name = key.string, let property = Self.properties[name] else { continue }
            guard case .scalar(let scalar) = value else {
                throw .frontMatterNotText(key: name, line: (key.mark?.line ?? 1) + 1)
            }
            self[keyPath: property] = scalar.string
        }
    }

    private static var properties: [String: WritableKeyPath<FrontMatter, String?>] {
        ["title": \.title, "author": \.author, "date": \.date, "lang": \.lang]
    }

    private static func mapping(of yaml: String) throws(ChapterProblem) -> Node.Mapping? {
        switch YAMLText.compose(yaml) {
        case .success(nil): return nil
        case .success(let node?):
            if let mapping = node.mapping { return mapping }
            throw .frontMatterNotYAML(problem: "it must be lines of 'key: value'", line: 2)
        case .failure(let failure):
            throw .frontMatterNotYAML(problem: failure.problem, line: failure.line + 1)
        }
    }
}
