import Datasets
import Tensors
import Testing

@testable import NeuralNetworks

@Suite struct ImageChangesTests {
    static let everything = ImageDataGenerator(
        rotationRange: 40, zoomRange: 0.3, shearRange: 20, widthShiftRange: 0.3, heightShiftRange: 0.2,
        horizontalFlip: true, verticalFlip: true)

    private func changes(_ generator: ImageDataGenerator, seed: UInt64 = 1) -> ImageChanges {
        ImageChanges(generator: generator, random: RandomGenerator(seed: seed))
    }

    @Test(arguments: FillMode.allCases, [[28, 28, 1], [33, 70, 3], [1, 1, 2], [2, 65, 1], [40, 3, 4]])
    func `changed images are those of the double-precision reference`(fillMode: FillMode, sizes: [Int]) {
        let generator = ImageDataGenerator(
            rotationRange: 40, zoomRange: 0.3, shearRange: 20, widthShiftRange: 0.3, heightShiftRange: 0.2,
            horizontalFlip: true, verticalFlip: true, fillMode: fillMode, cval: 0.25, rescale: 0.5)
        var random = RandomGenerator(seed: 3)
        let images = random.uniform(Shape([3] + sizes))
        let reference = ReferenceResampling(
            height: sizes[0], width: sizes[1], channels: sizes[2], fillMode: fillMode, cval: 0.25)
        let changes = changes(generator)
        let positions = [2, 0, 1, 1, 0, 2, 2, 1]
        let result = changes.applied(to: images, at: positions, firstDraw: 5).scalars
        let count = sizes.reduce(1, *)
        for (number, draws) in changes.draws(count: positions.count, first: 5).enumerated() {
            let pixels = Array(images[positions[number]].scalars)
            let expected = reference.image(pixels, draws, rescale: 0.5)
            let found = result[number * count..<(number + 1) * count]
            let worst = zip(found, expected).map { abs(Double($0) - $1) }.max()!
            #expect(worst < 5e-5, "image \(number) of \(sizes), \(fillMode): \(draws)")
        }
    }

    @Test func `without options the images stay as they are, bit for bit`() throws {
        let images = try FashionMNIST.load().test.images.prefix(500).reshaped(-1, 28, 28, 1)
        let result = changes(ImageDataGenerator()).applied(to: images, at: Array(0..<500), firstDraw: 0)
        #expect(result.scalars == images.scalars)
    }

    @Test func `a flip is a mirror image, bit for bit`() {
        var random = RandomGenerator(seed: 3)
        let images = random.uniform([1, 5, 7, 2])
        let result = changes(ImageDataGenerator(horizontalFlip: true, verticalFlip: true))
            .applied(to: images, at: [Int](repeating: 0, count: 64), firstDraw: 0)
        var seen: Set<[Float]> = []
        for number in 0..<64 { seen.insert(result[number].scalars) }
        let pixels = images.scalars
        func mirrored(vertically: Bool, horizontally: Bool) -> [Float] {
            var result: [Float] = []
            for i in 0..<5 {
                for j in 0..<7 {
                    let pixel = (vertically ? 4 - i : i) * 7 + (horizontally ? 6 - j : j)
                    result += pixels[2 * pixel..<2 * pixel + 2]
                }
            }
            return result
        }
        let expected: Set = [
            mirrored(vertically: false, horizontally: false), mirrored(vertically: false, horizontally: true),
            mirrored(vertically: true, horizontally: false), mirrored(vertically: true, horizontally: true),
        ]
        #expect(seen == expected)
    }

    @Test func `a shift by whole pixels moves them, and a width shift moves sideways`() {
        let pixels = (0..<12).map(Float.init)
        let reference = ReferenceResampling(height: 3, width: 4, channels: 1, fillMode: .constant, cval: -1)
        let sideways = ImageDraws(horizontalShift: 0.25)
        let downwards = ImageDraws(verticalShift: -1 / 3.0)
        #expect(reference.image(pixels, sideways) == [1, 2, 3, -1, 5, 6, 7, -1, 9, 10, 11, -1])
        #expect(reference.image(pixels, downwards) == [-1, -1, -1, -1, 0, 1, 2, 3, 4, 5, 6, 7])
        for (draws, row, column) in [(sideways, 0.0, 1.0), (downwards, -1.0, 0.0)] {
            let map = ImageMap(draws, height: 3, width: 4)
            #expect(map.row == (1, 0, row))
            #expect(map.column == (0, 1, column))
        }
    }

    @Test func `every draw stays in its range, reaches its ends and has its middle at rest`() {
        let draws = changes(Self.everything).draws(count: 20_000, first: 0)
        func spread(_ value: (ImageDraws) -> Double, _ range: ClosedRange<Double>) {
            let values = draws.map(value)
            let width = range.upperBound - range.lowerBound
            #expect(range.contains(values.min()!) && range.contains(values.max()!))
            #expect(values.max()! - values.min()! > 0.999 * width)
            let mean = values.reduce(0, +) / Double(values.count)
            #expect(abs(mean - (range.lowerBound + range.upperBound) / 2) < 0.01 * width)
        }
        spread(\.rotation, -40...40)
        spread(\.verticalShift, -0.2...0.2)
        spread(\.horizontalShift, -0.3...0.3)
        spread(\.shear, -20...20)
        spread(\.rowZoom, 0.7...1.3)
        spread(\.columnZoom, 0.7...1.3)
        #expect(abs(draws.count { $0.isFlippedHorizontally } - 10_000) < 300)
        #expect(abs(draws.count { $0.isFlippedVertically } - 10_000) < 300)
    }

    @Test func `an option that is switched on leaves the other draws alone`() {
        let plain = changes(ImageDataGenerator(rotationRange: 10)).draws(count: 100, first: 0)
        let flipped = changes(ImageDataGenerator(rotationRange: 10, shearRange: 5, horizontalFlip: true))
            .draws(count: 100, first: 0)
        #expect(plain.map(\.rotation) == flipped.map(\.rotation))
        #expect(plain.allSatisfy { $0.shear == 0 && !$0.isFlippedHorizontally })
    }

    @Test func `images drawn later are those that a longer draw ends with`() {
        let changes = changes(Self.everything)
        #expect(changes.draws(count: 7, first: 93) == Array(changes.draws(count: 100, first: 0).suffix(7)))
    }

    @Test func `bytes are changed like the floats that they stand for`() throws {
        let images = try FashionMNIST.load().test.images.prefix(9).reshaped(-1, 28, 28, 1)
        let (changes, positions) = (changes(Self.everything), [8, 3, 3, 0])
        let floats = changes.applied(to: images.asType(.float32), at: positions, firstDraw: 0)
        #expect(changes.applied(to: images, at: positions, firstDraw: 0).scalars == floats.scalars)
    }
}
