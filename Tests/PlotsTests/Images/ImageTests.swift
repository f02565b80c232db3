import CPNG
import Tensors
import Testing

@testable import Plots

@Suite struct ImageTests {
    private func image(_ values: [Float], _ height: Int, _ width: Int, channels: Int = 1) -> PixelValues {
        PixelValues(height: height, width: width, channels: channels, values: values, areBytes: false)
    }

    @Test func `A picture comes back from its PNG as it was`() {
        let map = ColorMap.viridis
        let levels: [UInt8] = [0, 1, 128, 255, 77, 3]
        let decoded = DecodedPNG(PNGEncoder.encode(Picture(width: 3, height: 2, pixels: .levels(levels, map))))
        let palette = Picture.palette(of: map)
        #expect(decoded.width == 3 && decoded.height == 2)
        #expect(decoded.pixels == levels.flatMap { palette[Int($0) * 4..<Int($0) * 4 + 4] })

        let colors: [UInt8] = [255, 0, 0, 255, 0, 255, 0, 255, 1, 2, 3, 255, 0, 0, 0, 0]
        let colored = DecodedPNG(PNGEncoder.encode(Picture(width: 2, height: 2, pixels: .colors(colors))))
        #expect(colored.pixels == colors)
    }

    @Test func `A picture is enlarged by repeating its pixels`() {
        let picture = Picture(width: 2, height: 2, pixels: .levels([1, 2, 3, 4], .gray)).enlarged(by: 2)
        guard case .levels(let levels, _) = picture.pixels else {
            Issue.record("another kind: \(picture.pixels)")
            return
        }
        #expect((picture.width, picture.height) == (4, 4))
        #expect(levels == [1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4])
    }

    @Test func `Noise, which no compression makes smaller, fits too`() {
        var noise = Noise(2)
        let bytes = (0..<200 * 300).map { _ in UInt8(noise.uniform() * 255) }
        let png = PNGEncoder.encode(Picture(width: 300, height: 200, pixels: .levels(bytes, .gray)))
        #expect(DecodedPNG(png).pixels.count == 300 * 200 * 4)
    }

    @Test func `Zero is a middle grey where numbers are on both sides of it`() {
        let signed = ImageLimits.automatic.limits(of: [image([-2, 0, 1], 1, 3)], areOneThing: false)[0]
        #expect(signed == -2...2)
        let grey = ColorMap.gray.color(at: Double(Picture.level(of: 0, in: signed) - 1) / 254)
        #expect(grey == RGB(128, 128, 128))
    }

    @Test func `Limits are those of each image, of all, or given ones`() {
        let images = [image([0, 1], 1, 2), image([0, 4], 1, 2)]
        #expect(ImageLimits.automatic.limits(of: images, areOneThing: false) == [0...1, 0...4])
        #expect(ImageLimits.automatic.limits(of: images, areOneThing: true) == [0...4, 0...4])
        #expect(ImageLimits.range(0...2).limits(of: images, areOneThing: true) == [0...2, 0...2])
        let constants = [
            image([0, 0], 1, 2), image([3, 3], 1, 2), image([.nan, .nan], 1, 2), image([-1e-6, 1], 1, 2),
        ]
        #expect(ImageLimits.each.limits(of: constants, areOneThing: false) == [0...1, 0...3, 0...1, -1e-6...1])
    }

    @Test func `A smaller image stands in the middle of its cell`() {
        let cell = Mosaic.cell(for: [image(Array(repeating: 1, count: 784), 28, 28)])
        #expect(cell == (28, 28))
        let mosaic = Mosaic(
            [image(Array(repeating: 1, count: 676), 26, 26)], limits: [0...1], columns: 1, rows: 1, gap: (1, 1),
            cell: cell,
            colorMap: .gray)
        guard case .levels(let levels, _) = mosaic.picture.pixels else {
            Issue.record("another kind: \(mosaic.picture.pixels)")
            return
        }
        #expect(levels[0] == 0 && levels[27] == 0 && levels[28 + 1] == 255)
        #expect(levels.count { $0 == 255 } == 676)
    }

    @Test func `Tiny images are enlarged by whole numbers`() {
        #expect(Mosaic.cell(for: [image([1, 2], 1, 2), image(Array(repeating: 0, count: 9), 3, 3)]) == (24, 24))
    }

    @Test func `Images come from tensors of three and four axes and from arrays`() {
        #expect(Tensor(zeroed: [5, 4, 3]).gridImages.images.count == 5)
        #expect(Tensor(zeroed: [5, 4, 3, 1]).gridImages.images[0].width == 3)
        #expect(Tensor(zeroed: [5, 4, 6, 3]).gridImages.images[0].channels == 3)
        #expect([Tensor(zeroed: [4, 3]), Tensor(zeroed: [2, 2])].gridImages.images.map(\.height) == [4, 2])
    }

    @Test func `Base64 is that of RFC 4648`() {
        let texts = ["", "f", "fo", "foo", "foob", "fooba", "foobar"]
        let encoded = ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]
        #expect(texts.map { Base64.encode(Array($0.utf8)) } == encoded)
    }

    @Test func `A grid that is too small says how many images it has room for`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Figure.imageGrid(Tensor(zeroed: [5, 2, 2]), rows: 2, columns: 2)
        }
        #expect(result?.errorText.contains("image grid: 2 × 2 is room for 4 images, but 5 were given") == true)
    }

    @Test func `A shape that is no image is named`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Figure.imageGrid(Tensor(zeroed: [5, 2, 2, 7]), rows: 2, columns: 3)
        }
        #expect(
            result?.errorText.contains(
                "expected images of shape (n, h, w), (n, h, w, 1) or (n, h, w, 3), but got (5, 2, 2, 7)") == true)
    }
}

extension Tensor {
    fileprivate init(zeroed sizes: [Int]) {
        self.init(shape: Shape(sizes), Array(repeating: 0, count: sizes.reduce(1, *)))
    }
}

/// A PNG read by libpng: four bytes a pixel.
private struct DecodedPNG {
    let width: Int
    let height: Int
    let pixels: [UInt8]

    init(_ bytes: [UInt8]) {
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        var buffer: [UInt8] = []
        // libpng goes on reading from the memory that it was given to begin with.
        let isRead = bytes.withUnsafeBufferPointer { memory in
            guard png_image_begin_read_from_memory(&image, memory.baseAddress, memory.count) != 0 else { return false }
            image.format = 3  // red, green, blue and opacity
            buffer = Array(repeating: 0, count: Int(image.width * image.height) * 4)
            return png_image_finish_read(&image, nil, &buffer, 0, nil) != 0
        }
        (width, height, pixels) = isRead ? (Int(image.width), Int(image.height), buffer) : (0, 0, [])
    }
}
