// The functions that a compiled cell's top-level expressions go through. Their names begin with an underscore: they
// are called by the text that the runner compiles, never by an author.

/// Shows the value of a cell's last expression; `Void` shows nothing, nor does what is shown already, the handle of it, or
/// that of a task that was begun.
public func _showLast<Value>(_ value: Value) {
    if value is Void || value is DisplayHandle || value is any BegunTask { return }
    if let displayable = value as? any Displayable, displayable.isShownAlready { return }
    display(value)
}

/// `Task` for whatever results.
private protocol BegunTask {}
extension Task: BegunTask {}

/// Keeps a cell's other expressions quiet, but for those that show themselves wherever they stand.
public func _showWhereItStands<Value>(_ value: Value) {
    guard let displayable = value as? any Displayable, type(of: displayable).isShownWhereverItStands else { return }
    display(value)
}
