import Fuzzing

/// A chapter of odd Swift that was made by chance, and the same text as one file; the same ones for a number in every run.
///
/// 1. It is made of one to three stories. The steps of a story declare, build upon and use; each stands in a later cell
///    than the one before while there are cells left, and between the steps of other stories.
/// 2. What stands between `‹` and `›` is in the file only. A later cell may declare a name again, where a file needs a
///    second one: `f‹_2›` is `f` in the chapter and `f_2` in the file.
/// 3. A cell with a loop or a function is compiled with `-O`; others get a loop by chance.
struct OddChapter {
    let number: Int
    let families: [String]
    let cells: [String]
    /// What `main.swift` holds.
    let file: String

    init(_ number: Int, of all: [OddFamily] = OddFamily.all) {
        self.number = number
        var random = SplitMix(seed: UInt64(number))
        // Each family has its turn, whatever chance says, and none is in a chapter twice.
        var stories = [all[number % all.count]]
        for _ in 0..<(stories[0].isAlone ? 0 : random.below(3)) {
            let other = random.pick(all.filter { !$0.isAlone })
            if !stories.contains(where: { $0.name == other.name }) { stories.append(other) }
        }
        families = stories.map(\.name)
        let stepsOfStories = stories.map { $0.steps(&random) }
        // A cell that declares a name again means its own one, also in the lines before.
        let needed = stepsOfStories.map(\.count).max() ?? 0
        var cells = Array(repeating: [String](), count: max(3 + random.below(4), needed))
        for (story, var steps) in stepsOfStories.enumerated() {
            steps.append(random.wrapped(steps.removeLast()))
            for (step, cell) in zip(steps, random.places(of: steps.count, in: cells.count)) {
                cells[cell].append(step.replacing("§", with: "\(story + 1)"))
            }
        }
        let texts = cells.enumerated().map { index, steps in
            let loop = random.oneIn(2) ? ["for _ in 0..<1 {}"] : []
            let filler = steps.isEmpty ? ["let between\(index) = \(index)"] : []
            return (loop + filler + steps).joined(separator: "\n")
        }
        self.cells = texts.map { $0.replacing(/‹[^›]*›/, with: "") }
        file = texts.joined(separator: "\n").replacing(/[‹›]/, with: "") + "\n"
    }

    var name: String { "chapter \(number) (\(families.joined(separator: ", ")))" }

    /// As its author would have written it.
    var markdown: String { cells.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n") }
}

extension SplitMix {
    mutating func pick<T>(_ choices: [T]) -> T { choices[below(choices.count)] }

    mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }

    /// Each of them, or not, by chance; in their order.
    mutating func some<T>(of choices: [T]) -> [T] {
        var chosen: [T] = []
        for choice in choices where oneIn(2) { chosen.append(choice) }
        return chosen
    }

    /// Growing places for some steps; where there are more steps than places, some share one.
    mutating func places(of steps: Int, in count: Int) -> [Int] {
        var places = Array(0..<count)
        while places.count > steps { places.remove(at: below(places.count)) }
        while places.count < steps { places.append(below(count)) }
        return places.sorted()
    }

    /// A text that only uses what is there, or the same in a scope of its own.
    mutating func wrapped(_ text: String) -> String {
        let declares = ["extension ", "import ", "infix ", "protocol ", "@", "func "].contains { word in
            text.split(separator: "\n").contains { $0.hasPrefix(word) }
        }
        if declares || text.contains("await") || text.contains("try ") { return text }
        return switch below(6) {
        case 0: "do {\n\(text)\n}"
        case 1: "func run§() {\n\(text)\n}\nrun§()"
        case 2: "for _ in 0..<2 {\n\(text)\n}"
        case 3: "({\n\(text)\n})()"
        default: text
        }
    }
}
