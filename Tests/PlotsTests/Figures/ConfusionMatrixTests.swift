import Display
import Plots
import Tensors
import Testing

@Suite struct ConfusionMatrixTests {
    @Test func countsWhatWasTakenForWhat() {
        let matrix = ConfusionMatrix(Tensor([0, 0, 1, 2, 2, 2]), Tensor([0, 1, 1, 2, 0, 2]))
        #expect(matrix.counts == [[1, 1, 0], [0, 1, 0], [1, 0, 2]])
        #expect(abs(matrix.accuracy - 4 / 6) < 1e-12)
        #expect(matrix.description == "ConfusionMatrix of 3 classes, accuracy 0.6667")
    }

    @Test func takesTheLargestProbability() {
        let probabilities = Tensor([[0.1, 0.7, 0.2], [0.5, 0.3, 0.2]])
        #expect(ConfusionMatrix(Tensor([1, 2]), probabilities).counts == [[0, 0, 0], [0, 1, 0], [1, 0, 0]])
    }

    @Test func showsNamesAndNumbers() throws {
        let matrix = ConfusionMatrix(Tensor([0, 0, 1]), Tensor([0, 1, 1]), classNames: ["Hemd", "Schuh"])
        guard case .figure(let figure) = matrix.output else {
            Issue.record("\(matrix.output)")
            return
        }
        for text in ["Hemd", "Schuh", "predicted", "actual", "samples"] { #expect(figure.svg.contains(">\(text)<")) }
    }

    @Test func refusesLabelsWithoutPredictions() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = ConfusionMatrix(Tensor([0, 1, 1]), Tensor([0, 1]))
        }
        #expect(
            result?.errorText.contains(
                "ConfusionMatrix: there must be a prediction for each label, but there are 3 labels and 2 predictions")
                == true)
    }

    @Test func refusesLabelsThatAreNoClasses() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = ConfusionMatrix(Tensor([0.5]), Tensor([1]))
        }
        #expect(
            result?.errorText.contains(
                "ConfusionMatrix: labels must be whole numbers from 0 to 9,999, but one is 0.5") == true)
    }

    @Test func refusesTooFewNames() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = ConfusionMatrix(Tensor([0, 2]), Tensor([0, 1]), classNames: ["a", "b"])
        }
        #expect(
            result?.errorText.contains("ConfusionMatrix: there are classes from 0 to 2, but 2 names for them") == true)
    }
}
