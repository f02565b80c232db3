import Foundation
import Testing

@Suite struct DoctorCommandTests {
    private func doctor(_ environment: [String: String]) throws -> (status: Int32, output: String, errors: String) {
        let process = Process()
        let (output, errors) = (Pipe(), Pipe())
        process.executableURL = CommandLine.program
        process.arguments = ["doctor"]
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complained = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: said, as: UTF8.self),
            String(decoding: complained, as: UTF8.self)
        )
    }

    @Test func aWholeMachineIsDescribed() throws {
        let run = try doctor([:])
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        for line in [
            /✓ compiler +Swift version \d/, /✓ libraries +all found/, /✓ a trial cell +compiled and run in \d/,
        ] {
            #expect(run.output.contains(line), "\(run.output)")
        }
        #expect(run.errors == "")
    }

    @Test func whatIsMissingIsNamedWithItsRemedy() throws {
        let run = try doctor(["FASHION_MNIST_FOLDER": "/nowhere", "XDG_CACHE_HOME": "/proc/nothing"])
        #expect(run.status == 1)
        #expect(run.output.contains("✗ Fashion-MNIST"))
        #expect(
            run.errors.contains(
                "/nowhere/train-images-idx3-ubyte.gz cannot be read; apt-get install dataset-fashion-mnist, or set "
                    + "FASHION_MNIST_FOLDER"))
        #expect(run.errors.contains("/proc/nothing cannot be made: No such file or directory; set XDG_CACHE_HOME"))
    }
}
