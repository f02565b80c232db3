import Foundation
import Testing

@testable import OutputFiles

@Suite struct LeftoversTests {
    @Test func `a name that was given is known again, and nobody else's is`() {
        for _ in 0..<100 { #expect(Leftovers.isUnfinished(Leftovers.newName())) }
        let digits = String(repeating: "0123456789abcdef", count: 2)
        for name in [".nbrun-mine.new", ".nbrun-\(digits).new", ".nbrun-.new", "a.txt", ".nbrun-\(digits)"] {
            #expect(!Leftovers.isUnfinished(name))
        }
    }

    @Test func `what a killed process left is cleared by the next that writes there`() throws {
        let scratch = try Scratch()
        for name in [Leftovers.newName(), ".nbrun-mine.new"] {
            #expect(FileManager.default.createFile(atPath: scratch(name), contents: nil))
        }
        try OutputFile.write("text", to: scratch("a.txt"))
        #expect(scratch.names == [".nbrun-mine.new", "a.txt"])
    }

    @Test func `what a living process writes is left alone`() throws {
        let scratch = try Scratch()
        let first = try OutputFile(path: scratch("a.txt"))
        try OutputFile.write("b", to: scratch("b.txt"))
        try first.write(Array("a".utf8))
        try first.finish()
        #expect(scratch.text("a.txt") == "a")
        #expect(scratch.names == ["a.txt", "b.txt"])
    }
}
