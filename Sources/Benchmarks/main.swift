// Times the networks of chapter 6 on the real data.
//
//     Benchmarks small|vgg [EPOCHS [IMAGES]] [--profile]

import Datasets
import Display
import Glibc
import NeuralNetworks
import Tensors

let words = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("--") }
guard let network = words.first.flatMap(Network.init) else {
    print("usage: Benchmarks small|vgg [EPOCHS [IMAGES]] [--profile]")
    exit(64)
}
let epochs = words.dropFirst().first.flatMap { Int($0) } ?? 3
let imageCount = words.dropFirst(2).first.flatMap { Int($0) } ?? 60_000

let (train, test) = try FashionMNIST.load()
let trainX = scaled(train.images, count: imageCount)
let trainY = prefix(train.labels, count: imageCount)
let testX = scaled(test.images, count: test.count)

let model = network.make()
model.compile(optimizer: Adam(), loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
if CommandLine.arguments.contains("--profile") {
    let profile = Profile()
    model.fit(prefix(trainX, count: 6400), prefix(trainY, count: 6400), profile: profile)
    printTable(profile)
    exit(0)
}
for epoch in 1...epochs {
    let start = secondsNow()
    let history = model.fit(trainX, trainY, epochs: 1, validationSplit: 0.25, verbose: 0)
    let metrics = history.names.map { "\($0) \(NumberText.fixed(history[$0][0], decimals: 4))" }.joined(separator: "  ")
    print("\(network.rawValue) epoch \(epoch): \(NumberText.fixed(secondsNow() - start, decimals: 2)) s  \(metrics)")
    fflush(nil)
}
let start = secondsNow()
let result = model.evaluate(testX, test.labels)
print("test \(result) in \(NumberText.fixed(secondsNow() - start, decimals: 2)) s, peak memory \(peakMegabytes()) MB")

/// Images as a network wants them: numbers from 0 to 1, with a channel.
func scaled(_ images: Tensor, count: Int) -> Tensor {
    images.withFloats { pixels in
        Tensor(
            shape: [count, 28, 28, 1],
            fillingFloats: { floats in for index in 0..<floats.count { floats[index] = pixels[index] / 255 } })
    }
}

func prefix(_ tensor: Tensor, count: Int) -> Tensor {
    let shape = Shape([count] + tensor.shape.sizes.dropFirst())
    return tensor.withFloats { source in
        Tensor(shape: shape, fillingFloats: { _ = $0.update(fromContentsOf: source.prefix($0.count)) })
    }
}

func secondsNow() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
}
