/// Numbers that look drawn at random, and are the same at every run.
struct Noise {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    /// From 0 up to 1.
    mutating func uniform() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 33) / Double(1 << 31)
    }

    /// Nearly normally distributed: mean 0, standard deviation 1.
    mutating func normal() -> Double {
        (0..<12).reduce(-6) { sum, _ in sum + uniform() }
    }

    static func normals(_ count: Int, seed: UInt64 = 1) -> [Double] {
        var noise = Noise(seed)
        return (0..<count).map { _ in noise.normal() }
    }
}
