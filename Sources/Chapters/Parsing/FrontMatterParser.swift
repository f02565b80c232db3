import Yams

extension FrontMatter {
    /// A key that nbrun knows.
    enum Key: String, CaseIterable {
        case title, subtitle, author, authors, date, abstract, lang
    }

    /// Reads the YAML of a front matter.
    ///
    /// Keys that nbrun does not know belong to other tools; they are ignored, which is told. What has no value is not given.
    ///
    /// - Parameter firstLine: the chapter's line of the first line of the YAML.
    /// - Returns: the problems, with what could be read in spite of them.
    static func read(yaml: String, firstLine: Int) -> (FrontMatter, [ChapterProblem]) {
        var frontMatter = FrontMatter()
        var problems: [ChapterProblem] = []
        var ignored: [(name: String, line: Int)] = []
        do throws(ChapterProblem) {
            for (key, value) in try mapping(of: yaml, firstLine: firstLine) {
                let line = (key.mark?.line ?? 1) + firstLine - 1
                guard let name = key.string, let known = Key(rawValue: name) else {
                    ignored.append((key.string ?? "", line))
                    continue
                }
                do throws(ChapterProblem) {
                    try frontMatter.set(known, to: value, line: line)
                } catch {
                    problems.append(error)
                }
            }
        } catch {
            problems.append(error)
        }
        if let first = ignored.first {
            problems.append(.frontMatterIgnored(keys: ignored.map(\.name), line: first.line))
        }
        return (frontMatter, problems)
    }

    /// The abstract as HTML; nil where there is none.
    public var abstractHTML: String? {
        var links = LinkRewriter { _ in nil }
        return abstract.map { ExtendedMarkdown.html(of: $0, links: &links) }
    }

    /// Whether a line begins with a key that nbrun knows.
    static func isLineOfOurs(_ line: String) -> Bool {
        let name = line.prefix { $0 != ":" }
        return name.endIndex < line.endIndex && Key(rawValue: String(name)) != nil
    }

    private mutating func set(_ key: Key, to value: Node, line: Int) throws(ChapterProblem) {
        switch key {
        case .title: title = try Self.text(value, key, line)
        case .subtitle: subtitle = try Self.text(value, key, line)
        case .author, .authors: authors += try Self.names(value, key, line)
        case .date: date = try Self.text(value, key, line)
        case .abstract: abstract = try Self.text(value, key, line)
        case .lang: lang = try Self.text(value, key, line)
        }
    }

    private static func text(_ value: Node, _ key: Key, _ line: Int) throws(ChapterProblem) -> String? {
        guard case .scalar(let scalar) = value else { throw .frontMatterNotText(key: key.rawValue, line: line) }
        let isNothing = value.null != nil || scalar.string.allSatisfy(\.isWhitespace)
        // A text of several lines ends with a line break in YAML.
        return isNothing ? nil : String(scalar.string.reversed().drop(while: \.isNewline).reversed())
    }

    /// One name or a list of them; a name is a text, or what a mapping has under `name`.
    private static func names(_ value: Node, _ key: Key, _ line: Int) throws(ChapterProblem) -> [String] {
        var names: [String] = []
        for node in value.sequence.map(Array.init) ?? [value] {
            guard let name = node.mapping == nil ? node : node["name"] else { throw .authorWithoutName(line: line) }
            switch name {
            case .scalar: names += try text(name, key, line).map { [$0] } ?? []
            case .mapping(let parts):
                let written = parts["literal"].map { [$0] } ?? [parts["given"], parts["family"]].compactMap { $0 }
                let words = written.compactMap(\.string)
                guard !words.isEmpty else { throw .authorWithoutName(line: line) }
                names.append(words.joined(separator: " "))
            default: throw .authorWithoutName(line: line)
            }
        }
        return names
    }

    private static func mapping(of yaml: String, firstLine: Int) throws(ChapterProblem) -> Node.Mapping {
        let names = Key.allCases.map(\.rawValue)
        let failure: YAMLText.Failure
        switch YAMLText.compose(yaml, names: names) {
        case .success(nil): return [:]
        case .success(let node?):
            if let mapping = node.mapping { return mapping }
            failure = YAMLText.failure("it must be lines of 'key: value'", in: yaml, names: names)
        case .failure(let found): failure = found
        }
        throw .frontMatterNotYAML(
            problem: failure.problem, advice: failure.advice, line: failure.line + firstLine - 1)
    }
}
