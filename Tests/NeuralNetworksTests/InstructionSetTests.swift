import Foundation
import Testing

/// The same results where the processor has less: older instruction sets for oneDNN, and for the loops beside it.
///
/// oneDNN can be told what to leave unused. The loops ask the processor, so an emulated one answers; oneDNN then keeps to
/// SSE 4.1, because the emulator's own AVX is not to be trusted.
@Suite(.serialized) struct InstructionSetTests {
    struct Machine: CustomTestStringConvertible, Sendable {
        let primitives: String
        var emulated: String?

        var testDescription: String { "\(primitives)\(emulated.map { ", loops of a \($0)" } ?? "")" }
    }

    static let machines = [
        Machine(primitives: "AVX2"), Machine(primitives: "SSE41", emulated: "Haswell"),
        Machine(primitives: "SSE41", emulated: "Nehalem"),
    ]

    @Test("Parity with Keras, tensors, random numbers and augmentation hold", arguments: machines)
    func parity(on machine: Machine) throws {
        let text = try output(
            of: "ParityTests|TensorsTests|ImageChangesTests|DropoutTests",
            emulator: machine.emulated.map { ["qemu-x86_64", "-cpu", $0] } ?? [],
            environment: ["ONEDNN_MAX_CPU_ISA": machine.primitives])
        #expect(text.contains("parity with Keras: "))
    }

    /// Both decide which kernels oneDNN takes for a size, and how it shares the work.
    @Test(
        "Dense layers, convolutions and products of all sizes hold",
        arguments: [("DEFAULT", 1), ("DEFAULT", 4), ("AVX2", 2)])
    func sizes(primitives: String, threads: Int) throws {
        let text = try output(
            of: "DenseShapesTests|Conv2DTests|LinearAlgebraTests",
            environment: ["ONEDNN_MAX_CPU_ISA": primitives, "OMP_NUM_THREADS": "\(threads)"])
        #expect(text.contains("Suite DenseShapesTests passed"))
    }

    /// What tests print in a process of their own; they have to pass.
    private func output(
        of filter: String, emulator: [String] = [], environment: [String: String]
    ) throws -> String {
        let tests = Process()
        let output = Pipe()
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
        tests.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        tests.arguments = emulator + [program, "--testing-library", "swift-testing", "--filter", filter]
        tests.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        tests.standardOutput = output
        tests.standardError = output
        try tests.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        tests.waitUntilExit()
        #expect(tests.terminationStatus == 0, "\(text.suffix(3000))")
        return text
    }
}
