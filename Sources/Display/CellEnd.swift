import Glibc
import Synchronization

/// Leaves a cell for good: tells why, then lets the host say where.
func endCell(_ reason: StopReason, error: UnsafeRawPointer? = nil) -> Never {
    EventChannel.shared.send(.stop(reason))
    if let hook = cellEndHook.withLock({ $0 }) { hook(error) }
    abort()
}

/// The host's way out of a cell: it reports the call stack (of the throw, for an error) and does not return.
public typealias CellEndHook = @convention(c) (UnsafeRawPointer?) -> Void

private let cellEndHook = Mutex<CellEndHook?>(nil)

/// Called by the host once it has loaded the library.
@_cdecl("nbrun_connect")
public func _connect(_ eventDescriptor: Int32, _ key: UInt64, _ hook: @escaping CellEndHook) {
    EventChannel.shared.connect(to: eventDescriptor, key: key)
    cellEndHook.withLock { $0 = hook }
}

/// What a cell calls, instead of the standard library's own function, with an error that reached its top level.
///
/// Cells are linked with `--wrap=swift_errorInMain`, which gives this name.
@_silgen_name("__wrap_swift_errorInMain")
public func endCellThrowing(_ error: any Error) -> Never {
    // As an optional the existential stays closed: what is meant is its box, not the value inside.
    let closed: (any Error)? = error
    let box = unsafeBitCast(closed, to: UnsafeRawPointer?.self)
    endCell(.thrown(type: String(describing: type(of: error)), description: String(describing: error)), error: box)
}
