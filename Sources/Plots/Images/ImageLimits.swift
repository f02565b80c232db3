import Display

/// Which number is drawn in a colour map's first colour, and which in its last.
public enum ImageLimits: Equatable, Sendable {
    /// One pair for the images of one tensor, so that they can be compared; a pair for each of separate tensors.
    case automatic
    /// A pair for each image, from its smallest to its largest number.
    case each
    /// One pair for all images.
    case shared
    case range(ClosedRange<Double>)
}

extension ImageLimits {
    /// The limits of each image.
    ///
    /// Numbers on both sides of zero get limits equally far from it: zero is then the middle of the map, a middle grey
    /// or the white of a diverging map.
    func limits(of images: [PixelValues], areOneThing: Bool) -> [ClosedRange<Float>] {
        switch self {
        case .automatic: (areOneThing ? ImageLimits.shared : .each).limits(of: images, areOneThing: areOneThing)
        case .each: images.map { Self.balanced(Self.span(of: [$0])) }
        case .shared: Array(repeating: Self.balanced(Self.span(of: images)), count: images.count)
        case .range(let range):
            Array(repeating: Float(range.lowerBound)...Float(range.upperBound), count: images.count)
        }
    }

    private static func span(of images: [PixelValues]) -> ClosedRange<Float> {
        var (low, high) = (Float.infinity, -Float.infinity)
        for image in images {
            for value in image.values where value.isFinite {
                low = min(low, value)
                high = max(high, value)
            }
        }
        return low <= high ? low...high : 0...1
    }

    private static func balanced(_ span: ClosedRange<Float>) -> ClosedRange<Float> {
        let (low, high) = (span.lowerBound, span.upperBound)
        // A little on one side, such as what rounding leaves below zero, does not make numbers signed ones.
        if min(-low, high) > 0.01 * max(-low, high) {
            let reach = max(-low, high)
            return -reach...reach
        }
        if low < high { return span }
        return low == 0 ? 0...1 : min(low, 0)...max(low, 0)
    }
}
