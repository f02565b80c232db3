import Foundation
import Fuzzing

/// A kind of odd Swift.
struct OddFamily: Sendable {
    let name: String
    /// What its stories declare would change others'.
    let isAlone: Bool
    /// Makes the steps of a story: the texts of as many cells, each built on those before. For `§` stands a number that no
    /// other story of the chapter has; names of theirs end with it.
    let steps: @Sendable (_ random: inout SplitMix) -> [String]

    init(
        _ name: String, isAlone: Bool = false, steps: @escaping @Sendable (_ random: inout SplitMix) -> [String]
    ) {
        self.name = name
        self.isAlone = isAlone
        self.steps = steps
    }

    /// A family of written stories, of which one is chosen: in `Fixtures/OddSwift`, with a rule between them.
    init(written name: String, isAlone: Bool = false) {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Fixtures/OddSwift")
        let text = try! String(contentsOf: folder.appendingPathComponent("\(name).md"), encoding: .utf8)
        let stories = text.components(separatedBy: "\n---\n").map { story in
            story.matches(of: /```swift\n((?s).*?)\n```/).map { String($0.1) }
        }
        self.init(name, isAlone: isAlone) { random in random.pick(stories) }
    }

    static let all = [
        hierarchies, protocols, overloads, members, OddFamily(written: "operators"), OddFamily(written: "sugar"),
        OddFamily(written: "literals"), OddFamily(written: "implicit-members"), OddFamily(written: "generics"),
        OddFamily(written: "variables"), OddFamily(written: "enums"), OddFamily(written: "concurrency"),
        OddFamily(written: "access"),
        OddFamily(written: "redefinitions"), OddFamily(written: "hiding", isAlone: true),
    ]
}
