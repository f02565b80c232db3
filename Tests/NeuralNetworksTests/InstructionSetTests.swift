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
        let tests = Process()
        let output = Pipe()
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
        let emulator = machine.emulated.map { ["qemu-x86_64", "-cpu", $0] } ?? []
        tests.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        tests.arguments =
            emulator + [
                program, "--testing-library", "swift-testing", "--filter",
                "ParityTests|TensorsTests|ImageChangesTests|DropoutTests",
            ]
        tests.environment = ProcessInfo.processInfo.environment
            .merging(["ONEDNN_MAX_CPU_ISA": machine.primitives]) { $1 }
        tests.standardOutput = output
        tests.standardError = output
        try tests.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        tests.waitUntilExit()
        #expect(tests.terminationStatus == 0, "\(text.suffix(3000))")
        #expect(text.contains("parity with Keras: "))
    }
}
