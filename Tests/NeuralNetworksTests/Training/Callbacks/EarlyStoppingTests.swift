import Testing

@testable import NeuralNetworks

/// What Keras's own callback does with the same values.
@Suite struct EarlyStoppingTests {
    private static let losses = [1, 0.8, 0.9, 0.85, 0.7, 0.75, 0.74, 0.73, 0.72]

    private func expect(
        _ callback: EarlyStopping, _ values: [Double] = losses, count: Int, best: Double, bestEpoch: Int,
        epochOfWeights: Int? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let epochs = ScriptedEpochs(values, with: callback)
        #expect(epochs.count == count, sourceLocation: sourceLocation)
        #expect(callback.best == best, sourceLocation: sourceLocation)
        #expect(callback.bestEpoch == bestEpoch, sourceLocation: sourceLocation)
        #expect(callback.stoppedEpoch == (count < values.count ? count - 1 : 0), sourceLocation: sourceLocation)
        #expect(epochs.epochOfWeights == epochOfWeights ?? count - 1, sourceLocation: sourceLocation)
    }

    @Test func `ends a fit at the first epoch that is no better`() {
        expect(EarlyStopping(), count: 3, best: 0.8, bestEpoch: 1)
    }

    @Test func `waits for as many epochs as it has patience for`() {
        expect(EarlyStopping(patience: 3), count: 8, best: 0.7, bestEpoch: 4)
        expect(EarlyStopping(patience: 5), count: 9, best: 0.7, bestEpoch: 4)
    }

    @Test func `restores the weights of the best epoch`() {
        expect(
            EarlyStopping(patience: 2, restoreBestWeights: true), count: 4, best: 0.8, bestEpoch: 1, epochOfWeights: 1)
        expect(
            EarlyStopping(patience: 9, restoreBestWeights: true), count: 9, best: 0.7, bestEpoch: 4, epochOfWeights: 4)
    }

    @Test func `a change below minDelta is no improvement`() {
        expect(EarlyStopping(minDelta: 0.25, patience: 2), count: 3, best: 1, bestEpoch: 0)
    }

    @Test func `what does not beat the baseline does not begin the wait anew`() {
        expect(
            EarlyStopping(patience: 2, baseline: 0.75, restoreBestWeights: true), count: 3, best: 0.8, bestEpoch: 1,
            epochOfWeights: 1)
        expect(EarlyStopping(baseline: 0.1), count: 3, best: 0.8, bestEpoch: 1)
    }

    @Test func `does not look at epochs before the first one`() {
        expect(
            EarlyStopping(patience: 1, restoreBestWeights: true, startFromEpoch: 3), count: 6, best: 0.7, bestEpoch: 4,
            epochOfWeights: 4)
    }

    @Test func `a mode says which values are better`() {
        expect(EarlyStopping(mode: .max), count: 2, best: 1, bestEpoch: 0)
        let stopping = EarlyStopping(monitor: "val_mae")
        #expect(ScriptedEpochs([1, 0.5, 0.7], of: "val_mae", with: stopping).count == 3)
        #expect(stopping.best == 0.5)
    }

    @Test func `can be used again`() {
        let callback = EarlyStopping(patience: 2)
        expect(callback, count: 4, best: 0.8, bestEpoch: 1)
        expect(callback, [3, 4, 2, 1], count: 4, best: 1, bestEpoch: 3)
    }

    @Test func `NaN is never the best value`() {
        expect(EarlyStopping(patience: 5), [.nan, 1, 0.5], count: 3, best: 0.5, bestEpoch: 2)
        expect(
            EarlyStopping(patience: 2, restoreBestWeights: true), [.nan, 1, .nan, .nan, 0.5], count: 4, best: 1,
            bestEpoch: 1, epochOfWeights: 1)
        expect(
            EarlyStopping(patience: 3, mode: .max, restoreBestWeights: true), [.nan, .nan, 0.25, 0.5, .nan], count: 5,
            best: 0.5, bestEpoch: 3, epochOfWeights: 3)
    }

    @Test func `a fit whose values are all NaN ends when patience does, and keeps its last weights`() {
        let callback = EarlyStopping(patience: 2, restoreBestWeights: true)
        let epochs = ScriptedEpochs(Array(repeating: .nan, count: 9), with: callback)
        #expect(epochs.count == 2)
        #expect(callback.best == nil)
        #expect(epochs.epochOfWeights == 1)
    }

    @Test func `infinite values are compared as numbers are`() {
        expect(EarlyStopping(patience: 5), [.infinity, 1, .infinity, 0.5], count: 4, best: 0.5, bestEpoch: 3)
        expect(
            EarlyStopping(patience: 1, restoreBestWeights: true), [1, -.infinity, 0, 2], count: 3, best: -.infinity,
            bestEpoch: 1, epochOfWeights: 1)
        expect(
            EarlyStopping(minDelta: 0.1, patience: 2, mode: .max), [-.infinity, .nan, 0.5, .infinity, 1, 2, 3],
            count: 6,
            best: .infinity, bestEpoch: 3)
    }

    @Test func `its signature has all arguments`() {
        #expect(
            EarlyStopping(monitor: "loss", minDelta: -0.5, patience: 3, mode: .max, baseline: 0.25)._signature == """
                EarlyStopping(monitor: loss, mode: max, minDelta: 0.5, patience: 3, baseline: 0.25, \
                restoreBestWeights: false, startFromEpoch: 0, verbose: false)
                """)
    }
}
