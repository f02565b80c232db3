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
    let description =
        localizedDescription(of: error) ?? informedDescription(of: error) ?? foundationDescription(of: error)
        ?? String(describing: error)
    endCell(.thrown(type: String(describing: type(of: error)), description: description), error: box)
}

/// What Foundation's `LocalizedError` asks for first, in its order; Foundation itself would make every cell slower to load.
private protocol DescribedError: Error {
    var errorDescription: String? { get }
}

/// What Foundation's `CustomNSError` asks for, in its order.
private protocol InformedError: Error {
    static var errorDomain: String { get }
    var errorCode: Int { get }
    var errorUserInfo: [String: Any] { get }
}

/// What an error says of itself for people, where Foundation is loaded and it conforms to `LocalizedError`.
private func localizedDescription(of error: any Error) -> String? {
    func description<Localized>(_ type: Localized.Type) -> String? {
        guard let localized = error as? Localized,
            MemoryLayout<Localized>.size == MemoryLayout<any DescribedError>.size
        else { return nil }
        // An existential is its value, its type and the table of its methods, whatever the protocol is called.
        return unsafeBitCast(localized, to: (any DescribedError).self).errorDescription
    }
    return foundationType("LocalizedError").flatMap { _openExistential($0, do: description) }
}

/// The description that an error has in its `errorUserInfo`, where it conforms to `CustomNSError`.
private func informedDescription(of error: any Error) -> String? {
    func description<Informed>(_ type: Informed.Type) -> String? {
        guard let informed = error as? Informed,
            MemoryLayout<Informed>.size == MemoryLayout<any InformedError>.size
        else { return nil }
        let information = unsafeBitCast(informed, to: (any InformedError).self).errorUserInfo
        return information["NSLocalizedDescription"] as? String
    }
    return foundationType("CustomNSError").flatMap { _openExistential($0, do: description) }
}

/// The description that Foundation's `NSError`, or a class derived from it, was made with; else its domain and code.
private func foundationDescription(of error: any Error) -> String? {
    let ancestors = sequence(first: Mirror(reflecting: error)) { $0.superclassMirror }
    let fields = ancestors.first { String(describing: $0.subjectType) == "NSError" }?.children
    guard let information = fields?.first(where: { $0.label == "_userInfo" })?.value else { return nil }
    let description = (information as? [String: Any])?["NSLocalizedDescription"] as? String
    return description ?? "code \(error._code) of \(error._domain)"
}

/// A protocol of Foundation as a type; nil where Foundation is not loaded.
private func foundationType(_ name: String) -> Any.Type? {
    ["20FoundationEssentials", "10Foundation"].lazy.compactMap { _typeByName("\($0)\(name.utf8.count)\(name)_p") }.first
}
