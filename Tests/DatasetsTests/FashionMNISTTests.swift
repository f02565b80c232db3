import Datasets
import Glibc
import Tensors
import Testing

@Suite(.serialized) struct FashionMNISTTests {
    @Test func `both sets have their published shapes and types`() throws {
        let (train, test) = try FashionMNIST.load()
        #expect(train.images.shape == [60_000, 28, 28])
        #expect(train.labels.shape == [60_000])
        #expect(test.images.shape == [10_000, 28, 28])
        #expect(test.labels.shape == [10_000])
        #expect([train.images, train.labels, test.images, test.labels].allSatisfy { $0.elementType == .uint8 })
        #expect((train.count, test.count) == (60_000, 10_000))
    }

    @Test func `every class has as many images as any other, and the first is an ankle boot`() throws {
        let (train, test) = try FashionMNIST.load()
        for (set, count) in [(train, 6000), (test, 1000)] {
            let labels = set.labels.withFloats { $0.map { Int($0) } }
            for label in 0..<10 { #expect(labels.count { $0 == label } == count) }
        }
        #expect(FashionMNIST.classNames[Int(train.labels.withFloats { $0[0] })] == "Ankle boot")
    }

    @Test func `a missing data set names the package that brings it`() {
        let error = #expect(throws: DatasetError.self) { try FashionMNIST.load(from: "/nowhere") }
        #expect(
            error?.description == """
                /nowhere/train-images-idx3-ubyte.gz: No such file or directory; \
                to have the data set: apt-get install dataset-fashion-mnist
                """)
    }

    @Test func `an environment variable names another folder`() async {
        // In a process of its own: the other tests of this one read the environment meanwhile.
        await #expect(processExitsWith: .success) {
            setenv(FashionMNIST.folderVariable, "/elsewhere", 1)
            let error = #expect(throws: DatasetError.self) { try FashionMNIST.load() }
            #expect(error?.description.hasPrefix("/elsewhere/train-images-idx3-ubyte.gz: ") == true)
        }
    }

    @Test func `another data set under the same names is told apart`() throws {
        let folder = try TemporaryFolder()
        for name in ["train", "t10k"] {
            try folder.write(
                IDXBytes(sizes: [2, 28, 28], count: 2 * 28 * 28).gzipped, as: "\(name)-images-idx3-ubyte.gz")
            try folder.write(IDXBytes(sizes: [2], count: 2).gzipped, as: "\(name)-labels-idx1-ubyte.gz")
        }
        let error = #expect(throws: DatasetError.self) { try FashionMNIST.load(from: folder.path) }
        guard case .unknownContent(let path, _, _) = error else {
            Issue.record("unexpected: \(String(describing: error))")
            return
        }
        #expect(path == "\(folder.path)/train-images-idx3-ubyte.gz")
    }
}
