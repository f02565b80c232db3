import Tensors
import Testing

@testable import Plots

@Suite struct ChannelGridTests {
    private func images(of figure: Figure) -> ImageGrid? {
        if case .images(let grid) = figure.content { grid } else { nil }
    }

    @Test func everyChannelIsAPicture() throws {
        let image = Tensor(shape: [1, 2, 2, 3], (0..<12).map(Float.init))
        let grid = try #require(images(of: Figure.channelGrid(image, columns: 2)))
        #expect(grid.images.map(\.values) == [[0, 3, 6, 9], [1, 4, 7, 10], [2, 5, 8, 11]])
        #expect((grid.rows, grid.columns) == (2, 2))
    }

    @Test func everyFilterIsAPictureOfTheChannelAskedFor() throws {
        let kernel = Tensor(shape: [1, 2, 2, 3], (0..<12).map(Float.init))
        let grid = try #require(images(of: Figure.filterGrid(kernel, channel: 1)))
        #expect(grid.images.map(\.values) == [[3, 9], [4, 10], [5, 11]])
        #expect((grid.rows, grid.columns) == (1, 3))
    }

    @Test func refusesChannelsThatAreNotThere() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Figure.filterGrid(Tensor(zeros: [3, 3, 1, 8]), channel: 1)
        }
        #expect(result?.errorText.contains("filter grid: channel must be in 0..<1, but is 1") == true)
    }
}
