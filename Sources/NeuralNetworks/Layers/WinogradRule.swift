/// Decides by a convolution's sizes alone whether it goes through Winograd's F(4×4, 3×3).
///
/// That does 36 multiplications where the direct way does 144, for a tile of 4 × 4 results, a channel and a filter. The
/// transforms of tiles, which do not depend on channels times filters, have to be worth it; and enough of the tiles has to
/// lie inside the image: a pass over few pixels is faster the direct way.
struct WinogradRule {
    let prefersWinograd: Bool

    init(_ problem: ConvolutionProblem) {
        let (filters, channels) = (problem.weights[0], problem.weights[1])
        let isPossible =
            problem.weights[2...] == [3, 3] && problem.strides == [1, 1] && problem.dilation == [1, 1]
            && filters % 16 == 0 && channels % 16 == 0 && !problem.isTransposed
        prefersWinograd = isPossible && channels * filters >= 1024 && Self.use(of: problem.destination[2...]) > 0.35
    }

    /// The part of the tiles that lies inside an image.
    private static func use(of sizes: ArraySlice<Int>) -> Double {
        sizes.reduce(1) { $0 * Double($1) / Double(($1 + 3) / 4 * 4) }
    }
}
