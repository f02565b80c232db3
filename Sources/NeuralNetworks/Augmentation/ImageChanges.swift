internal import CKernels
import Tensors

/// The random changes of one flow, image after image.
///
/// Each image takes eight numbers, whatever the options are, so that switching one of them on changes nothing else.
struct ImageChanges {
    static let drawsPerImage = 8

    let generator: ImageDataGenerator
    let random: RandomGenerator

    /// Changed copies of the images at some positions; `firstDraw` images were drawn before them.
    func applied(to images: Tensor, at positions: [Int], firstDraw: Int) -> Tensor {
        guard images.elementType == .float32 else {
            let chosen = images.gathered(at: positions).asType(.float32)
            return applied(to: chosen, at: Array(positions.indices), firstDraw: firstDraw)
        }
        let sizes = Array(images.shape.sizes.dropFirst())
        let maps = zip(positions, draws(count: positions.count, first: firstDraw)).map { position, draws in
            ImageMap(draws, height: sizes[0], width: sizes[1]).flat(source: position)
        }
        return Tensor(
            shape: Shape([positions.count] + sizes),
            fillingFloats: { result in
                images.withFloats { pixels in
                    var source = nbrun_image_source(
                        images: pixels.baseAddress, height: sizes[0], width: sizes[1], channels: sizes[2],
                        fill_mode: generator.fillMode.code, fill_value: generator.cval, scale: generator.rescale)
                    nbrun_resample_images(&source, maps, maps.count, result.baseAddress)
                }
            })
    }

    func draws(count: Int, first: Int) -> [ImageDraws] {
        let stream = random.named("changes").stream
        var changes = RandomGenerator(
            seed: random.seed, stream: stream, position: UInt64(first * Self.drawsPerImage))
        return withUnsafeTemporaryAllocation(of: Float.self, capacity: count * Self.drawsPerImage) { numbers in
            changes.fillUniformly(numbers, in: 0..<1)
            return (0..<count).map { image in
                ImageDraws(generator, numbers: numbers[(image * Self.drawsPerImage)...])
            }
        }
    }
}
