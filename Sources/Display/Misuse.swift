import Glibc

/// Stops the cell because the library was used in a way that cannot work.
///
/// The message is a sentence for the author: what was expected, and what was given. The runner adds the chapter's line.
///
///     misuse("Dropout: rate must be in 0..<1, but is 1.5")
public func misuse(_ message: String) -> Never {
    endCell(.misuse(message))
}

/// Stops the cell unless the condition holds.
@inlinable
public func demand(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition { misuse(message()) }
}
