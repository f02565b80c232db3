import Datasets
import Testing

@Suite struct ImageSetTests {
    @Test func `an author's own images and labels are read from their files`() throws {
        let folder = try TemporaryFolder()
        let set = try ImageSet(
            imagesPath: folder.write(IDXBytes(sizes: [3, 2, 2], count: 12).gzipped, as: "images.gz"),
            labelsPath: folder.write(IDXBytes(sizes: [3], count: 3).gzipped, as: "labels.gz"))
        #expect(set.count == 3)
        #expect(set.images.shape == [3, 2, 2])
        #expect(set.labels.withFloats { Array($0) } == [0, 1, 2])
    }

    @Test func `images and labels of different counts do not belong together`() throws {
        let folder = try TemporaryFolder()
        let images = try folder.write(IDXBytes(sizes: [3, 2, 2], count: 12).gzipped, as: "images.gz")
        let labels = try folder.write(IDXBytes(sizes: [4], count: 4).gzipped, as: "labels.gz")
        let error = #expect(throws: DatasetError.self) { try ImageSet(imagesPath: images, labelsPath: labels) }
        #expect(error?.description == "3 images in \(images), but 4 labels in \(labels)")
    }

    @Test func `labels in the place of images are told by their shape`() throws {
        let folder = try TemporaryFolder()
        let labels = try folder.write(IDXBytes(sizes: [4], count: 4).gzipped, as: "labels.gz")
        let error = #expect(throws: DatasetError.self) { try ImageSet(imagesPath: labels, labelsPath: labels) }
        #expect(error?.description == "\(labels): the shape is [4], but should be like [any, any, any]")
    }
}
