import Tensors
import Testing

@testable import NeuralNetworks

/// The bytes that Keras's own callback writes.
@Suite struct CSVLoggerTests {
    private let model = Sequential(seed: 1, [Dense(units: 1)])

    private func log(_ logger: CSVLogger, _ epochs: [[String: Double]]) {
        logger.onTrainBegin(of: model)
        for (epoch, logs) in epochs.enumerated() { logger.onEpochEnd(epoch, logs: logs, of: model) }
        logger.onTrainEnd(of: model)
    }

    @Test func `an epoch is a line, and columns are in the order of their names`() throws {
        let folder = try TemporaryFolder()
        let lines = "0,0.25,0.5,NA,NA\r\n1,1.0,1e-05,NA,NA\r\n"
        let epochs = [["loss": 0.5, "accuracy": 0.25], ["loss": 1e-5, "accuracy": 1]]
        log(CSVLogger(filename: "\(folder.path)/log.csv"), epochs)
        log(CSVLogger(filename: "\(folder.path)/log.csv", append: true), epochs)
        let text = String(decoding: try folder.bytes(of: "log.csv"), as: UTF8.self)
        #expect(text == "epoch,accuracy,loss,val_accuracy,val_loss\r\n" + lines + lines)
    }

    @Test func `a file is begun anew, with another separator`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("old".utf8), as: "log.csv")
        log(CSVLogger(filename: "\(folder.path)/log.csv", separator: ";"), [["loss": 0.5, "val_loss": .nan]])
        let text = String(decoding: try folder.bytes(of: "log.csv"), as: UTF8.self)
        #expect(text == "epoch;loss;val_loss\r\n0;0.5;nan\r\n")
    }

    @Test func `appending to a file that is not there begins it`() throws {
        let folder = try TemporaryFolder()
        log(CSVLogger(filename: "\(folder.path)/log.csv", append: true), [["loss": 0.5]])
        let text = String(decoding: try folder.bytes(of: "log.csv"), as: UTF8.self)
        #expect(text == "epoch,loss,val_loss\r\n0,0.5,NA\r\n")
    }
}
