internal import CPNG
import Display

/// Writes pictures as PNG, by libpng.
enum PNGEncoder {
    /// The bytes of a PNG file.
    static func encode(_ picture: Picture) -> [UInt8] {
        switch picture.pixels {
        case .levels(let levels, let colorMap):
            encode(picture, levels, format: colored | alpha | mapped, palette: Picture.palette(of: colorMap))
        case .colors(let colors):
            encode(picture, colors, format: colored | alpha, palette: [])
        }
    }

    // libpng's PNG_FORMAT_FLAG_… constants.
    private static let alpha: UInt32 = 1
    private static let colored: UInt32 = 2
    private static let mapped: UInt32 = 8

    private static func encode(_ picture: Picture, _ pixels: [UInt8], format: UInt32, palette: [UInt8]) -> [UInt8] {
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        image.width = UInt32(picture.width)
        image.height = UInt32(picture.height)
        image.format = format
        image.colormap_entries = UInt32(palette.count / 4)
        defer { png_image_free(&image) }
        var size = boundOfSize(pixels.count, rows: picture.height)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            let isWritten = png_image_write_to_memory(&image, buffer.baseAddress, &size, 0, pixels, 0, palette)
            count = isWritten != 0 ? size : 0
        }
        demand(!bytes.isEmpty, "image: \(picture.width) × \(picture.height) pixels are more than a PNG can hold")
        return bytes
    }

    /// No PNG is larger: the pixels and a filter byte a row, what zlib adds to data that it cannot make smaller, and
    /// the palette and other chunks.
    private static func boundOfSize(_ byteCount: Int, rows: Int) -> Int {
        let raw = byteCount + rows
        return raw + raw / 512 + 8192
    }
}
