import Synchronization

extension RandomGenerator {
    /// The session's own generator: whatever is drawn without naming a generator comes from it.
    ///
    /// It starts from the same seed in every run, so that a chapter's numbers are the same each time.
    ///
    ///     let die = Int.random(in: 1...6, using: &RandomGenerator.session)
    public static var session: RandomGenerator {
        get { sessionGenerator.withLock { $0 } }
        set { sessionGenerator.withLock { $0 = newValue } }
    }

    /// The seed of a session that sets none.
    public static let defaultSeed: UInt64 = 1
}

private let sessionGenerator = Mutex(RandomGenerator(seed: RandomGenerator.defaultSeed))

/// Starts the session's random numbers anew from a seed.
///
///     setRandomSeed(42)
///     Tensor(randomUniform: [3])   // the same three numbers whenever it stands after that seed
public func setRandomSeed(_ seed: Int) {
    RandomGenerator.session = RandomGenerator(seed: UInt64(bitPattern: Int64(seed)))
}
