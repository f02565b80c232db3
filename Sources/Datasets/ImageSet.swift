import Tensors

/// Images and the class of each.
///
///     let set = try ImageSet(imagesPath: "digits/images.gz", labelsPath: "digits/labels.gz")
///     print(set.images.shape, set.labels.shape)   // (60000, 28, 28) (60000,)
public struct ImageSet: Sendable {
    /// Bytes of shape (count, height, width): 0 is the background, 255 the brightest.
    public let images: Tensor
    /// One byte an image: the number of its class.
    public let labels: Tensor

    /// How many images there are.
    public var count: Int { images.shape[0] }

    /// Reads two gzip-compressed files of the IDX format, that of MNIST and its kin.
    ///
    /// - Throws: a `DatasetError` that says which file is wrong, where, and why.
    public init(imagesPath: String, labelsPath: String) throws(DatasetError) {
        try self.init(imagesFile: IDXFile(path: imagesPath), labelsFile: IDXFile(path: labelsPath))
    }

    init(imagesFile: IDXFile, labelsFile: IDXFile) throws(DatasetError) {
        images = try imagesFile.read()
        labels = try labelsFile.read()
        guard images.shape.rank == 3 else {
            throw .wrongShape(path: imagesFile.path, shape: images.shape.sizes, expected: [nil, nil, nil])
        }
        guard labels.shape.rank == 1 else {
            throw .wrongShape(path: labelsFile.path, shape: labels.shape.sizes, expected: [nil])
        }
        guard images.shape[0] == labels.shape[0] else {
            throw .differentCounts(
                imagesPath: imagesFile.path, images: images.shape[0],
                labelsPath: labelsFile.path, labels: labels.shape[0])
        }
    }
}

extension ImageSet: CustomStringConvertible {
    /// `ImageSet of images (60000, 28, 28) and labels (60000,)`
    public var description: String { "ImageSet of images \(images.shape) and labels \(labels.shape)" }
}
