import Foundation
import Testing

@Suite("9. Paths: a report embeds only files under the chapter's folder")
struct ImagePathsTests {
    private let line: CommandLine
    private let secret = "<svg xmlns=\"http://www.w3.org/2000/svg\"><desc>secret</desc></svg>"

    init() throws {
        line = try CommandLine()
        try line.write(secret, to: "secret.svg")
        try line.write(secret.replacing("secret", with: "open"), to: "n/images/open one.svg")
        try FileManager.default.createSymbolicLink(
            atPath: line.folder.path + "/n/link.svg", withDestinationPath: "../secret.svg")
        try FileManager.default.createSymbolicLink(
            atPath: line.folder.path + "/n/up", withDestinationPath: "..")
    }

    private func embeds(_ text: String) throws -> Bool {
        let encoded = Data(secret.replacing("secret", with: text).utf8).base64EncodedString()
        return try line.read("output/a.html").contains(encoded)
    }

    @Test(arguments: [
        "../secret.svg", "images/../../secret.svg", "%2e%2e/secret.svg", "%2E%2E%2Fsecret.svg", "link.svg",
        "up/secret.svg",
        "FOLDER/secret.svg", "file://FOLDER/secret.svg", "file:FOLDER/secret.svg", "file://localhostFOLDER/secret.svg",
    ])
    func whatLiesOutsideIsLeftOutAndToldWithItsLineUnlessItIsAllowed(address: String) throws {
        defer { line.remove() }
        let address = address.replacing("FOLDER", with: line.folder.path)
        try line.write("# T\n\n![](\(address))\n", to: "n/a.md")
        let run = try line.nbrun("n/a.md")
        #expect(run.status == 0)
        #expect(
            run.errors.contains(
                "warning: n/a.md:3: the image '\(address)' is left out: it lies outside of the chapter's folder "
                    + "(--allow-outside shows it)"), "\(run.errors)")
        #expect(try !embeds("secret"))
        let allowed = try line.nbrun("n/a.md", "--allow-outside")
        #expect(allowed.errors == CommandLine.noCell("n/a.md"), "\(allowed.errors)")
        #expect(try embeds("secret"))
    }

    @Test func whatLiesInsideIsEmbeddedHoweverItIsWritten() throws {
        defer { line.remove() }
        for address in ["images/open%20one.svg", "<images/open one.svg>", "./images/../images/open%20one.svg"] {
            try line.write("![](\(address))\n", to: "n/a.md")
            #expect(try line.nbrun("n/a.md").errors == CommandLine.noCell("n/a.md"))
            #expect(try embeds("open"))
        }
    }

    @Test func pipesFoldersAndHugeFilesAreToldAndNotRead() throws {
        defer { line.remove() }
        #expect(mkfifo(line.folder.path + "/n/pipe.png", 0o600) == 0)
        try FileManager.default.createDirectory(
            atPath: line.folder.path + "/n/folder.png", withIntermediateDirectories: true)
        try line.write("", to: "n/huge.png")
        #expect(truncate(line.folder.path + "/n/huge.png", 3 << 30) == 0)
        try line.write("![](pipe.png)\n\n![](folder.png)\n\n![](huge.png)\n\n![](gone.png)\n", to: "n/a.md")
        let run = try line.nbrun("n/a.md")
        #expect(run.status == 0)
        #expect(
            run.errors == """
                warning: n/a.md:1: the image 'pipe.png' is left out: it is not a regular file
                warning: n/a.md:3: the image 'folder.png' is left out: it is a folder
                warning: n/a.md:5: the image 'huge.png' is left out: it has more than 20 MB
                warning: n/a.md:7: there is no image 'gone.png'

                """ + CommandLine.noCell("n/a.md"), "\(run.errors)")
    }
}
