import Foundation
import Testing

@testable import OutputFiles

@Suite struct OutputFileTests {
    @Test func `missing folders are made, and nothing but the file is left`() throws {
        let scratch = try Scratch()
        try OutputFile.write("one\n", to: scratch("a/b/c.txt"))
        #expect(scratch.text("a/b/c.txt") == "one\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("a/b")) == ["c.txt"])
    }

    @Test func `until it is finished the old file stands, and without an end it stays`() throws {
        let scratch = try Scratch()
        try OutputFile.write("old", to: scratch("a.txt"))
        var file: OutputFile? = try OutputFile(path: scratch("a.txt"))
        try file?.write(Array("new".utf8))
        #expect(scratch.text("a.txt") == "old")
        #expect(scratch.names.count == 2)
        file = nil
        #expect(scratch.text("a.txt") == "old")
        #expect(scratch.names == ["a.txt"])
        let finished = try OutputFile(path: scratch("a.txt"))
        try finished.write(Array("new".utf8))
        try finished.finish()
        #expect(scratch.text("a.txt") == "new")
    }

    @Test func `the new file has the permissions of the old one`() throws {
        let scratch = try Scratch()
        try OutputFile.write("old", to: scratch("a.txt"))
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: scratch("a.txt"))
        try OutputFile.write("new", to: scratch("a.txt"))
        #expect(try scratch.permissions("a.txt") == 0o640)
    }

    @Test func `a link stays, also one to a link, and what it leads to is replaced`() throws {
        let scratch = try Scratch()
        try OutputFile.write("old", to: scratch("real/a.txt"))
        try FileManager.default.createSymbolicLink(atPath: scratch("real/near"), withDestinationPath: "a.txt")
        try FileManager.default.createSymbolicLink(atPath: scratch("far"), withDestinationPath: "real/near")
        try OutputFile.write("new", to: scratch("far"))
        #expect(scratch.text("real/a.txt") == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch("far")) == "real/near")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch("real/near")) == "a.txt")
    }

    @Test func `what is no regular file is not replaced, and is told`() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch("folder"), withIntermediateDirectories: true)
        mkfifo(scratch("pipe"), 0o600)
        try FileManager.default.createSymbolicLink(atPath: scratch("circle"), withDestinationPath: "circle")
        try OutputFile.write("text", to: scratch("file"))
        let problems = ["folder": "it is a folder", "pipe": "it is no regular file"]
        for (name, problem) in problems {
            #expect(throws: FileProblem(path: scratch(name), problem: problem)) { try OutputFile.probe(scratch(name)) }
        }
        #expect(throws: FileProblem(path: scratch("circle"), problem: "Too many levels of symbolic links")) {
            try OutputFile.write("", to: scratch("circle"))
        }
        #expect(throws: FileProblem(path: scratch("file/a/b"), problem: "\(scratch("file")) is no folder")) {
            try OutputFile.write("", to: scratch("file/a/b"))
        }
        #expect(scratch.names == ["circle", "file", "folder", "pipe"])
    }

    @Test func `a problem names the path and what is wrong`() {
        #expect("\(FileProblem(path: "a/b", problem: "it is a folder"))" == "a/b cannot be written: it is a folder")
    }
}
