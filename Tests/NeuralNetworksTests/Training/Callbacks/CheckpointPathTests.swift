import Testing

@testable import NeuralNetworks

/// What Python's `format` makes of the same places and numbers.
@Suite struct CheckpointPathTests {
    private static let numbers = ["epoch": 7, "loss": 0.456789, "val_loss": -1.5]

    @Test(
        arguments: [
            ("model.safetensors", "model.safetensors"), ("a/{epoch}.b", "a/7.b"), ("{epoch:02d}-{loss:.2f}", "07-0.46"),
            ("{epoch:d}{epoch:4d}|", "7   7|"), ("{loss:f}", "0.456789"), ("{loss:.3e}", "4.568e-01"),
            ("{loss:8.1f}", "     0.5"),
            ("{val_loss:07.2f}", "-001.50"), ("{epoch:.1f}", "7.0"), ("{{epoch}}-{{{epoch}}}", "{epoch}-{7}"),
            ("{loss}", "0.456789"),
        ])
    func `numbers stand in their places`(template: String, path: String) {
        #expect(CheckpointPath(template).filled(with: Self.numbers) == path)
    }
}
