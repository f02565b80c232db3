import Fuzzing
import JSONCoding

/// Makes JSON that is nearly right: a text of a corpus with some of its values changed, taken away, doubled or exchanged.
struct JSONMutator {
    let corpus: [JSON]
    /// What may stand in the place of a value.
    let values: [JSON]

    /// The text of a number: the same in every run.
    func input(_ number: Int) -> [UInt8] {
        var random = SplitMix(seed: UInt64(number))
        var json = corpus[random.below(corpus.count)]
        for _ in 0...random.below(3) {
            let paths = json.paths
            let path = paths[random.below(paths.count)]
            let other = json.value(at: paths[random.below(paths.count)])
            json = json.changed(at: path) { change($0, to: other, &random) }
        }
        return Array(json.text.utf8)
    }

    private func change(_ value: JSON, to other: JSON, _ random: inout SplitMix) -> JSON {
        switch (random.below(8), value) {
        case (0, .object(var members)) where !members.isEmpty:
            members.remove(at: random.below(members.count))
            return .object(members)
        case (0, .array(var elements)) where !elements.isEmpty:
            elements.remove(at: random.below(elements.count))
            return .array(elements)
        case (1, .array(var elements)) where !elements.isEmpty:
            elements.insert(elements[random.below(elements.count)], at: random.below(elements.count))
            return .array(elements)
        case (2, .array(var elements)) where !elements.isEmpty:
            elements.swapAt(random.below(elements.count), random.below(elements.count))
            return .array(elements)
        case (3, _): return other
        case (4, .integer(let integer)): return .integer(integer &+ random.below(5) &- 2)
        default: return values[random.below(values.count)]
        }
    }
}

extension JSON {
    /// The ways to all values in this one: which member or element to take at each step.
    fileprivate var paths: [[Int]] {
        let parts = array ?? object?.map(\.value) ?? []
        return [[]] + parts.enumerated().flatMap { index, part in part.paths.map { [index] + $0 } }
    }

    fileprivate func value(at path: [Int]) -> JSON {
        guard let first = path.first else { return self }
        return (array ?? object?.map(\.value) ?? [])[first].value(at: Array(path.dropFirst()))
    }

    fileprivate func changed(at path: [Int], by change: (JSON) -> JSON) -> JSON {
        guard let first = path.first else { return change(self) }
        let rest = Array(path.dropFirst())
        switch self {
        case .array(var elements):
            elements[first] = elements[first].changed(at: rest, by: change)
            return .array(elements)
        case .object(var members):
            members[first] = Member(key: members[first].key, value: members[first].value.changed(at: rest, by: change))
            return .object(members)
        default: return self
        }
    }
}
