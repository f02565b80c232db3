import Chapters
import Display
import Foundation
import Sessions

/// Looks at everything that a run needs, and at last runs a cell.
struct Examination {
    let findings: [Finding]

    init(version: String) {
        var findings = [Finding(subject: "nbrun", text: "\(version), \(Self.program)")]
        findings.append(Self.compiler)
        do {
            let installation = try Installation.find()
            findings.append(Finding(subject: "installation", text: installation.folder))
            findings.append(Self.libraries(of: installation))
        } catch {
            findings.append(Finding(subject: "installation", text: "incomplete", remedy: "\(error)"))
        }
        findings += [Self.dataSet, Self.cache, Self.temporaryFolder, Machine.processor, Machine.memory, Self.trial]
        self.findings = findings
    }

    private static var program: String {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
    }

    private static var compiler: Finding {
        do {
            let toolchain = try Toolchain.find()
            return Finding(subject: "compiler", text: "\(toolchain.version), \(toolchain.root)")
        } catch {
            return Finding(subject: "compiler", text: "none", remedy: "\(error)")
        }
    }

    /// The loader's own word about the libraries that cells stand on.
    private static func libraries(of installation: Installation) -> Finding {
        let missing = SystemLibraries(of: installation.library).missing
        guard !missing.isEmpty else { return Finding(subject: "libraries", text: "all found") }
        return Finding(
            subject: "libraries", text: "missing: \(missing.joined(separator: ", "))",
            remedy: "\(SessionError.missingLibraries(missing))")
    }

    private static var dataSet: Finding {
        let named = ProcessInfo.processInfo.environment["FASHION_MNIST_FOLDER"]
        let folder = named ?? "/usr/share/datasets/fashion-mnist"
        let file = "\(folder)/train-images-idx3-ubyte.gz"
        let isThere = FileManager.default.isReadableFile(atPath: file)
        return Finding(
            subject: "Fashion-MNIST", text: isThere ? folder : "not found",
            remedy: isThere
                ? nil : "\(file) cannot be read; apt-get install dataset-fashion-mnist, or set FASHION_MNIST_FOLDER")
    }

    private static var cache: Finding {
        let usage = CellCache.standard.usage
        let size = NumberText.fixed(Double(usage.bytes) / 1_000_000, decimals: 1)
        let text = "\(CacheFolder.path), \(usage.entries) compiled cell\(usage.entries == 1 ? "" : "s"), \(size) MB"
        return Finding(subject: "cache", text: text, remedy: CacheFolder.problem.map { "\($0)" })
    }

    private static var temporaryFolder: Finding {
        Finding(
            subject: "temporary folder", text: TemporaryFolder.path, remedy: TemporaryFolder.problem.map { "\($0)" })
    }

    /// A cell, compiled and run in a session like those of chapters.
    private static var trial: Finding {
        do {
            let chapter = try Chapter(parsing: "```swift\nTensor([1, 2]).sum()\n```\n", path: "trial.md")
            let clock = ContinuousClock()
            let start = clock.now
            let record = try Session(cache: nil).run(chapter, options: RunOptions()) { _ in }
            guard record.cells.allSatisfy({ $0.status == .succeeded }) else {
                let words =
                    record.cells.flatMap(\.diagnostics).map(\.message) + record.cells.compactMap(\.failure?.message)
                return Finding(
                    subject: "a trial cell", text: "failed",
                    remedy: "a trial cell failed: \(words.joined(separator: "; "))")
            }
            let seconds = NumberText.fixed(start.duration(to: clock.now) / .seconds(1), decimals: 2)
            return Finding(subject: "a trial cell", text: "compiled and run in \(seconds) s")
        } catch {
            return Finding(subject: "a trial cell", text: "failed", remedy: "\(error)")
        }
    }
}
