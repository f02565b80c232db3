import Foundation

/// Tries a property on many inputs; the same ones in every run.
///
///     let fuzzing = Fuzzing("chapters", inputs: 2000, Mutator(corpus: chapters, words: ["```swift"]))
///     #expect(fuzzing.findings { input in parses(input) ? nil : "it is not parsed" } == [])
///
/// 1. With `TORTURE` set, there are a hundred times as many inputs.
/// 2. A finding names the number of its input; `FUZZING_INPUT=NUMBER` tries that one alone.
/// 3. What ends the whole process leaves the input in the file that was printed before.
package struct Fuzzing {
    private let name: String
    private let count: Int
    private let input: (_ number: Int) -> [UInt8]

    /// Seconds of the processor that one input may take.
    private static let patience = 1.0

    package init(_ name: String, inputs: Int, _ mutator: Mutator) {
        self.init(name, inputs: inputs, input: mutator.input)
    }

    /// - Parameter input: the input of a number, the same in every run.
    package init(_ name: String, inputs: Int, input: @escaping (_ number: Int) -> [UInt8]) {
        self.name = name
        count = inputs * (isTorture ? 100 : 1)
        self.input = input
    }

    /// What was found, up to ten inputs; empty where the property holds.
    ///
    /// - Parameter complaint: says what is wrong with what came of an input; nil where nothing is.
    package func findings(_ complaint: ([UInt8]) throws -> String?) rethrows -> [String] {
        let only = ProcessInfo.processInfo.environment["FUZZING_INPUT"].flatMap { Int($0) }
        let current = CurrentInput(of: name)
        var findings: [String] = []
        for number in only.map({ $0...$0 }) ?? 0...(count - 1) where findings.count < 10 {
            let input = input(number)
            current.note(input)
            let start = processorSeconds()
            let complaint = try complaint(input)
            let seconds = processorSeconds() - start
            let problem = complaint ?? (seconds > Self.patience ? "it took \(seconds) seconds" : nil)
            if let problem { findings.append("\(name), input \(number): \(problem): \(Self.text(of: input))") }
        }
        current.forget()
        return findings
    }

    private static func text(of input: [UInt8]) -> String {
        String(decoding: input.prefix(3000), as: UTF8.self).debugDescription
    }
}

/// Whether the tests run in their long form.
package var isTorture: Bool { ProcessInfo.processInfo.environment["TORTURE"] != nil }

/// The processor's time that this thread has taken.
package func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The file that holds the input at hand, for the case that it ends the process.
private struct CurrentInput {
    private let path: String
    private let descriptor: Int32

    init(of name: String) {
        path = "\(NSTemporaryDirectory())nbrun-fuzzing-\(name.replacing(" ", with: "-"))-\(getpid())"
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        print("fuzzing \(name): the input at hand is in \(path)")
    }

    func note(_ input: [UInt8]) {
        _ = input.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        ftruncate(descriptor, input.count)
    }

    func forget() {
        close(descriptor)
        unlink(path)
    }
}
