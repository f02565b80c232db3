import Glibc

/// How many descriptors this process, and those that it starts, may have.
public enum DescriptorLimit {
    /// As many as a run with its compilers and a watch's readers use, with some to spare.
    private static let needed = 64

    /// Raises the limit where it is too low and may be raised.
    ///
    /// - Returns: why nothing can be run; nil where it is enough.
    public static var problem: SessionError? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < needed else {
            return nil
        }
        limit.rlim_cur = min(limit.rlim_max, rlim_t(needed))
        let isRaised = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 && limit.rlim_cur >= needed
        return isRaised ? nil : .tooFewDescriptors(limit: Int(limit.rlim_cur), needed: needed)
    }
}
