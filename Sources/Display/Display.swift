/// Shows a value now, in its place among the cell's outputs.
///
///     display(figure)
///     display("any value at all")
///
/// - Returns: a handle that can put another value in the same place later.
@discardableResult
public func display<Value>(_ value: Value) -> DisplayHandle {
    DisplayHandle.show(output(of: value))
}

/// The place in a cell's outputs where something was displayed.
///
///     let status = display("starting")
///     status.update("done")
public struct DisplayHandle: Equatable, Sendable {
    let identifier: Int

    static func show(_ output: Output) -> DisplayHandle {
        let handle = DisplayHandle(identifier: EventChannel.shared.nextIdentifier())
        EventChannel.shared.send(.display(identifier: handle.identifier, output))
        return handle
    }

    /// Replaces what stands there.
    public func update<Value>(_ value: Value) {
        EventChannel.shared.send(.update(identifier: identifier, Display.output(of: value)))
    }
}

/// What a cell shows for any value: its own output where it has one, else its description.
public func output<Value>(of value: Value) -> Output {
    if let displayable = value as? any Displayable { return displayable.output }
    return .text(descriptionText(of: value))
}

/// Strings in collections keep their quotes; a string by itself, and nil, are shown bare.
private func descriptionText<Value>(of value: Value) -> String {
    if let string = value as? String { return string }
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else { return String(describing: value) }
    return mirror.children.first.map { descriptionText(of: $0.value) } ?? "nil"
}
