import Glibc
import Tensors

/// 70,000 photographs of shoes, shirts and bags, 28 × 28 grey pixels each, in ten classes (Xiao, Rasul and Vollgraf, 2017).
///
///     let (train, test) = try FashionMNIST.load()
///     print(train.images.shape, test.images.shape)        // (60000, 28, 28) (10000, 28, 28)
///     print(FashionMNIST.classNames[Int(train.labels[0])])   // Ankle boot
public enum FashionMNIST {
    /// What the labels 0 to 9 stand for.
    public static let classNames = [
        "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
    ]

    /// The environment variable that names another folder to load from.
    public static let folderVariable = "FASHION_MNIST_FOLDER"

    /// Where the Debian package `dataset-fashion-mnist` puts the four files.
    static let packageFolder = "/usr/share/datasets/fashion-mnist"

    /// The images to learn from and those to be tested on.
    ///
    /// The files are those of `apt-get install dataset-fashion-mnist`; the environment variable `FASHION_MNIST_FOLDER`
    /// names another folder that holds them. Their elements are checked against the published data set's SHA-256,
    /// since other data sets come in files of the same names and sizes.
    ///
    /// - Throws: a `DatasetError` that says which file is wrong, where, and why.
    public static func load() throws(DatasetError) -> (train: ImageSet, test: ImageSet) {
        try load(from: getenv(folderVariable).map { String(cString: $0) } ?? packageFolder)
    }

    /// The data set from the four files of a folder.
    public static func load(from folder: String) throws(DatasetError) -> (train: ImageSet, test: ImageSet) {
        (try PublishedFiles.train.load(from: folder), try PublishedFiles.test.load(from: folder))
    }
}

/// Two files of the data set, and what they are known by: the SHA-256 of the elements, without the header.
private struct PublishedFiles {
    let name: String
    let imagesDigest: String
    let labelsDigest: String

    static let train = PublishedFiles(
        name: "train",
        imagesDigest: "2e487a6c89124f78f2d7521542223cafe96f7123c3ca13d447772ac6ecbb3012",
        labelsDigest: "657fbd221bfc9f4198cc14b5619cc33ec57c58dd0e47af4d99d6650759e869a7")
    static let test = PublishedFiles(
        name: "t10k",
        imagesDigest: "c867c93ff95360594e8ec3287995350b824dd110b11595c0e13d5423f621867a",
        labelsDigest: "3d0e6c6ea990b53b6f8f500a41cac93881d981b315f84578b7d915342ade01e9")

    func load(from folder: String) throws(DatasetError) -> ImageSet {
        let images = IDXFile(path: "\(folder)/\(name)-images-idx3-ubyte.gz", package: "dataset-fashion-mnist")
        let labels = IDXFile(path: "\(folder)/\(name)-labels-idx1-ubyte.gz", package: "dataset-fashion-mnist")
        let set = try ImageSet(imagesFile: images, labelsFile: labels)
        guard set.images.shape.sizes.dropFirst() == [28, 28] else {
            throw .wrongShape(path: images.path, shape: set.images.shape.sizes, expected: [nil, 28, 28])
        }
        try check(set.images, in: images, against: imagesDigest)
        try check(set.labels, in: labels, against: labelsDigest)
        return set
    }

    private func check(_ tensor: Tensor, in file: IDXFile, against expected: String) throws(DatasetError) {
        let found = digest(of: tensor)
        guard found == expected else { throw .unknownContent(path: file.path, digest: found, expected: expected) }
    }
}
