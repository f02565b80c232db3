import Tensors

/// Images that are made up, the same at every run.
enum TestImages {
    /// A shape like a boot, brighter in the middle.
    static func boot(size: Int, shift: Int = 0) -> Tensor {
        Tensor(shape: [size, size], pixels(size, shift))
    }

    /// Such images in one tensor, each a little farther to the right.
    static func batch(_ count: Int) -> Tensor {
        Tensor(shape: [count, 28, 28, 1], (0..<count).flatMap { pixels(28, $0 % 6) })
    }

    /// The differences of neighbours: zero where the image is the same all over, two pixels smaller.
    static func edges(of image: Tensor, vertical: Bool) -> Tensor {
        let size = image.shape[0]
        let pixels = image.withFloats(Array.init)
        let values = (1..<size - 1).flatMap { row in
            (1..<size - 1).map { column in
                vertical
                    ? pixels[row * size + column + 1] - pixels[row * size + column - 1]
                    : pixels[(row + 1) * size + column] - pixels[(row - 1) * size + column]
            }
        }
        return Tensor(shape: [size - 2, size - 2], values)
    }

    private static func pixels(_ size: Int, _ shift: Int) -> [Float] {
        (0..<size * size).map { index in
            let (row, column) = (Double(index / size) / Double(size), Double(index % size - shift) / Double(size))
            let isShaft = row > 0.1 && row < 0.65 && column > 0.1 && column < 0.45
            let isFoot = row >= 0.55 && row < 0.8 && column > 0.1 && column < 0.8
            let isSole = row >= 0.8 && row < 0.9 && column > 0.05 && column < 0.85
            return isSole ? 1 : isShaft || isFoot ? Float(0.45 + 0.4 * (1 - row) + 0.1 * column) : 0
        }
    }
}
