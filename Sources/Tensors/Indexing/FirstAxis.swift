import Display

// Parts along the first axis, by the names that Swift's own collections have. None of them copies an element.

extension Tensor {
    /// The first ones along the first axis; all of them where there are not so many.
    ///
    ///     images.prefix(16)   // a batch of 16 images
    public func prefix(_ count: Int) -> Tensor {
        let size = firstAxisSize(for: "prefix", count)
        return self[0..<Swift.min(count, size)]
    }

    /// The last ones along the first axis; all of them where there are not so many.
    public func suffix(_ count: Int) -> Tensor {
        let size = firstAxisSize(for: "suffix", count)
        return self[(size - Swift.min(count, size))..<size]
    }

    /// All but the first ones along the first axis.
    public func dropFirst(_ count: Int = 1) -> Tensor {
        let size = firstAxisSize(for: "dropFirst", count)
        return self[Swift.min(count, size)..<size]
    }

    /// All but the last ones along the first axis.
    public func dropLast(_ count: Int = 1) -> Tensor {
        let size = firstAxisSize(for: "dropLast", count)
        return self[0..<(size - Swift.min(count, size))]
    }

    private func firstAxisSize(for operation: String, _ count: Int) -> Int {
        demand(rank > 0, "\(operation): a single number has no axis")
        demand(count >= 0, "\(operation): the count must not be negative, but is \(count)")
        return shape[0]
    }
}
