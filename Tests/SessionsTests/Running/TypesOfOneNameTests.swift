import Chapters
import Testing

@testable import Sessions

/// A type that is declared anew, and values of the former one.
@Suite struct TypesOfOneNameTests {
    private let note =
        "'Point' is declared by cell 1 and anew by this cell; a value from before keeps the former type until it is made again"

    @Test(arguments: [
        ("p = Point()", "cannot assign value of type 'Point' of this cell to type 'Point' of cell 1"),
        (
            "func show(_ p: Point) {}\nshow(p)",
            "cannot convert value of type 'Point' of cell 1 to expected argument type 'Point' of this cell"
        ),
        (
            "let all: [Point] = [p]",
            "cannot convert value of type 'Point' of cell 1 to expected element type 'Point' of this cell"
        ),
        (
            "all = [Point()]",
            "cannot convert value of type 'Point' of this cell to expected element type 'Point' of cell 1"
        ),
    ])
    func `a message says which cell each of them is of`(use: String, message: String) throws {
        let run = try RunningChapter(cells: [
            "struct Point {}\nvar p = Point()\nvar all = [p]", "struct Point { var z = 0 }\n\(use)",
        ])
        #expect(run.complaint(ofCell: 2).message == message)
        #expect(run.record.cells[1].diagnostics[0].notes.map(\.message).contains(note))
    }

    @Test func `cells are named as the chapter names them, in a third cell too`() throws {
        let run = try RunningChapter(
            cells: [
                "//| label: geometry\nenum Side { case left }\nprotocol Named {}\nstruct Dog: Named {}\nlet side = Side.left",
                "enum Side { case left, right }\nprotocol Named {}", "let other: Side = side",
                "func name(_ n: some Named) {}\nname(Dog())",
            ], options: .goingOnAfterFailures)
        #expect(
            run.complaint(ofCell: 3).message
                == "cannot convert value of type 'Side' of cell 1 (geometry) to specified type 'Side' of cell 2")
        #expect(
            run.record.cells[3].diagnostics.flatMap(\.notes).map(\.message).contains(
                "'Named' is declared by cell 1 (geometry) and anew by cell 2; "
                    + "a value from before keeps the former type until it is made again"))
    }

    @Test func `an extension in a later cell gets the members that Swift makes`() throws {
        let run = try RunningChapter(cells: [
            "struct Box<T> { var value: T }\nenum Side { case left(Int), right(name: String), none }\nenum Size { case s, m, l }",
            "extension Box: Equatable where T: Equatable {}\nextension Side: Hashable {}",
            "extension Size: CaseIterable, Comparable {}\nextension Box: Hashable where T: Hashable {}",
            "[Box(value: 1) == Box(value: 1), Box(value: 1) == Box(value: 2), Side.left(1) == .left(1), Size.l < .m]",
            "[Set([Side.none, .right(name: \"a\"), .right(name: \"a\"), .left(0)]).count, Size.allCases.count, Set([Box(value: 1), Box(value: 1)]).count]",
        ])
        #expect(run.statuses.allSatisfy { $0 == .succeeded })
        #expect(Array(run.texts[3...]) == ["[true, false, true, false]", "[3, 3, 1]"])
    }

    @Test func `a conformance that only the type's own cell can have is told at the protocol's name`() throws {
        let run = try RunningChapter(cells: [
            "struct Box<T> { var value: T }", "extension Box: Encodable where T: Encodable {}",
        ])
        let complaint = run.complaint(ofCell: 2)
        #expect(
            complaint.message
                == "extension outside of the cell declaring generic struct 'Box' prevents automatic synthesis of 'encode(to:)' for protocol 'Encodable'"
        )
        #expect(complaint.location == SourceLocation(line: 6, column: 16, length: 9))
        #expect(
            run.record.cells[1].diagnostics.flatMap(\.notes).map(\.message).contains(
                "name Encodable where the type is declared, or write what it requires into the extension"))
    }
}
