import Display
import Tensors

/// Some images that go through a network together.
public struct ImageBatch: Sendable {
    /// Float32 of shape (count, height, width, channels).
    public let images: Tensor

    private let labelsIfAny: Tensor?

    init(images: Tensor, labels: Tensor?) {
        self.images = images
        labelsIfAny = labels
    }

    /// Whether the flow that the batch comes from was given labels.
    public var hasLabels: Bool { labelsIfAny != nil }

    /// What belongs to each image; asking a flow without labels for them is misuse.
    public var labels: Tensor {
        demand(hasLabels, "ImageBatch: there are no labels, since flow(x, y, …) was called without y")
        return labelsIfAny!
    }
}

extension ImageBatch: CustomStringConvertible {
    /// `ImageBatch of images (100, 28, 28, 1) and labels (100,)`
    public var description: String {
        "ImageBatch of images \(images.shape)\(labelsIfAny.map { " and labels \($0.shape)" } ?? "")"
    }
}
