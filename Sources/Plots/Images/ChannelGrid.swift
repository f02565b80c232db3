import Display
import Tensors

extension Figure {
    /// The channels of an image side by side, such as what each filter of a convolution makes of it.
    ///
    ///     Figure.channelGrid(model.activations(of: boot)["conv2d"], columns: 8)
    ///
    /// - Parameters:
    ///   - image: of shape (h, w, channels), or (1, h, w, channels).
    ///   - columns: channels in a row.
    public static func channelGrid(
        _ image: Tensor, columns: Int = 8, colorMap: ColorMap = .viridis, limits: ImageLimits = .automatic,
        size: (Double, Double)? = nil, title: String? = nil
    ) -> Figure {
        let isBatchOfOne = image.shape.rank == 4 && image.shape[0] == 1
        let sizes = Array(image.shape.sizes.dropFirst(isBatchOfOne ? 1 : 0))
        demand(
            sizes.count == 3 && sizes[2] > 0,
            "channel grid: expected one image of shape (h, w, channels) or (1, h, w, channels), but got \(image.shape)")
        let channels = image.reshaped(Shape(sizes)).transposed(2, 0, 1)
        return grid(channels, columns: columns, colorMap: colorMap, limits: limits, size: size, title: title)
    }

    /// The filters of a convolution side by side, as far as they look at one channel.
    ///
    ///     Figure.filterGrid(model.layer("conv2d").weights[0])
    ///
    /// - Parameters:
    ///   - kernel: of shape (h, w, channels, filters), as a layer keeps it.
    ///   - channel: the channel that the filters look at.
    ///   - columns: filters in a row.
    public static func filterGrid(
        _ kernel: Tensor, channel: Int = 0, columns: Int = 8, colorMap: ColorMap = .gray,
        limits: ImageLimits = .automatic, size: (Double, Double)? = nil, title: String? = nil
    ) -> Figure {
        demand(
            kernel.shape.rank == 4, "filter grid: expected a kernel (h, w, channels, filters), but got \(kernel.shape)")
        demand(
            (0..<kernel.shape[2]).contains(channel),
            "filter grid: channel must be in 0..<\(kernel.shape[2]), but is \(channel)")
        let filters = kernel.transposed(3, 2, 0, 1)[0..<kernel.shape[3], channel]
        return grid(filters, columns: columns, colorMap: colorMap, limits: limits, size: size, title: title)
    }

    private static func grid(
        _ images: Tensor, columns: Int, colorMap: ColorMap, limits: ImageLimits, size: (Double, Double)?, title: String?
    ) -> Figure {
        let columns = min(columns, images.shape[0])
        demand(columns > 0, "image grid: columns must be at least 1, but is \(columns)")
        let rows = (images.shape[0] + columns - 1) / columns
        return imageGrid(
            images, rows: rows, columns: columns, colorMap: colorMap, limits: limits, size: size, title: title)
    }
}
