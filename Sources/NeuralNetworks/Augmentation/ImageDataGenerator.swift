import Display
import Tensors

/// Changes images at random, a little and each time anew, so that a network has more of them to learn from.
///
///     let generator = ImageDataGenerator(rotationRange: 10, widthShiftRange: 0.1, horizontalFlip: true)
///     let batch = generator.flow(trainX, trainY, batchSize: 32).next()
///     print(batch.images.shape)   // (32, 28, 28, 1)
///
/// For each image these are drawn, in this order, evenly from their ranges:
///
/// 1. a rotation by −`rotationRange`…`rotationRange` degrees,
/// 2. a shift downwards by −`heightShiftRange`…`heightShiftRange` times the height,
/// 3. a shift to the right by −`widthShiftRange`…`widthShiftRange` times the width,
/// 4. a shear by −`shearRange`…`shearRange` degrees,
/// 5. a zoom of rows and one of columns, each by 1 − `zoomRange`…1 + `zoomRange`,
/// 6. with probability ½, if it is asked for, a horizontal and a vertical flip.
///
/// The matrix rotation · shift · shear · zoom about the image's centre tells where in the original a pixel is taken
/// from, between pixels by bilinear interpolation. Flips come after that, and a factor `rescale` last. This is Keras's
/// generator of the same name, whose options these are.
public struct ImageDataGenerator: Hashable, Sendable {
    /// Degrees, 0 to 180.
    public let rotationRange: Double
    /// A part of the size, 0 or more and below 1.
    public let zoomRange: Double
    /// Degrees, 0 or more and below 90.
    public let shearRange: Double
    /// A part of the width, 0 to 1.
    public let widthShiftRange: Double
    /// A part of the height, 0 to 1.
    public let heightShiftRange: Double
    public let horizontalFlip: Bool
    public let verticalFlip: Bool
    /// What is shown where the original has no pixels.
    public let fillMode: FillMode
    /// The value outside of the image with `fillMode: .constant`.
    public let cval: Float
    /// A factor for all numbers, applied last.
    public let rescale: Float

    public init(
        rotationRange: Double = 0, zoomRange: Double = 0, shearRange: Double = 0, widthShiftRange: Double = 0,
        heightShiftRange: Double = 0, horizontalFlip: Bool = false, verticalFlip: Bool = false,
        fillMode: FillMode = .nearest, cval: Float = 0, rescale: Float = 1
    ) {
        let check = { (holds: Bool, name: String, range: String, value: Double) in
            demand(holds, "ImageDataGenerator: \(name) must be in \(range), but is \(NumberText.short(value))")
        }
        check(0...180 ~= rotationRange, "rotationRange", "0...180 degrees", rotationRange)
        check(0..<1 ~= zoomRange, "zoomRange", "0..<1, a part of the size", zoomRange)
        check(0..<90 ~= shearRange, "shearRange", "0..<90 degrees", shearRange)
        check(0...1 ~= widthShiftRange, "widthShiftRange", "0...1, a part of the width", widthShiftRange)
        check(0...1 ~= heightShiftRange, "heightShiftRange", "0...1, a part of the height", heightShiftRange)
        self.rotationRange = rotationRange
        self.zoomRange = zoomRange
        self.shearRange = shearRange
        self.widthShiftRange = widthShiftRange
        self.heightShiftRange = heightShiftRange
        self.horizontalFlip = horizontalFlip
        self.verticalFlip = verticalFlip
        self.fillMode = fillMode
        self.cval = cval
        self.rescale = rescale
    }

    /// An endless sequence of batches of changed images, in a new order in each epoch.
    ///
    ///     let flow = generator.flow(trainX, trainY, batchSize: 32)
    ///     for batch in flow.prefix(3) { print(batch.images.shape, batch.labels.shape) }
    ///
    /// - Parameters:
    ///   - x: images of shape (count, height, width, channels).
    ///   - y: what belongs to each image, such as its label, along the first axis; may be left out.
    ///   - batchSize: how many images a batch has; the last one of an epoch has those that are left.
    ///   - shuffle: whether each epoch has an order of its own, or all that of `x`.
    ///   - seed: where the random numbers start; without it they come from the session's generator.
    public func flow(
        _ x: Tensor, _ y: Tensor? = nil, batchSize: Int = 32, shuffle: Bool = true, seed: Int? = nil
    ) -> ImageFlow {
        demand(
            x.shape.rank == 4 && x.shape.count > 0,
            "ImageDataGenerator.flow: x must have four axes (image, row, column, channel) and must not be empty, "
                + "but its shape is \(x.shape)")
        demand(batchSize > 0, "ImageDataGenerator.flow: batchSize must be at least 1, but is \(batchSize)")
        if let y {
            demand(
                y.shape.rank > 0 && y.shape[0] == x.shape[0],
                "ImageDataGenerator.flow: x has \(x.shape[0]) images, so y must have as many entries along its first "
                    + "axis, but its shape is \(y.shape)")
        }
        let random = seed.map { RandomGenerator(seed: UInt64(bitPattern: Int64($0))) }
        return ImageFlow(
            generator: self, images: x, labels: y, batchSize: batchSize, isShuffled: shuffle,
            random: random ?? RandomGenerator.session.split())
    }
}

extension ImageDataGenerator: CustomStringConvertible {
    /// All of its settings, in the order of the call.
    public var description: String { ReadableText.of(self) }
}
