import Chapters
import Display

/// Puts what a cell gives in order. Of more than anybody reads, it keeps the beginning and the end.
///
/// 1. The beginning takes what comes until a limit is reached; from then on the end takes it.
/// 2. The end gives up what came first of it when it has more than a limit allows: there is one gap, and it only grows.
/// 3. What is kept depends on what came, not on how fast it came or was read.
struct OutputCollector {
    private let limits: OutputLimits
    private var beginning = OutputPieces()
    private var end = OutputPieces()
    private var beginningIsFull = false
    private var omitted = OmittedPieces()
    /// Where a displayed output stands among all pieces, for replacing it.
    private var places: [Int: Int] = [:]
    /// Once nothing more can come.
    private var collected: CollectedOutputs?

    init(limits: OutputLimits = OutputLimits()) {
        self.limits = limits
    }

    mutating func append(_ bytes: [UInt8], from stream: StandardStream) {
        let room = beginningIsFull ? 0 : limits.text - beginning.textCount
        beginning.append(bytes.prefix(room), from: stream)
        end.append(bytes.dropFirst(room), from: stream)
        makeRoom()
    }

    /// Shows an output under an identifier: in the place of what this cell displayed under it, else after everything else.
    ///
    /// What an earlier cell displayed is left as it is, and so is the gap of what was left out.
    mutating func show(_ output: Output, identifier: Int, byteCount: Int) {
        let fits = beginning.shownCount + byteCount <= limits.displayed
        if let place = places[identifier], place >= beginning.count {
            end.replace(at: place - beginning.count - omitted.count, by: output, byteCount: byteCount)
        } else if let place = places[identifier], fits {
            beginning.replace(at: place, by: output, byteCount: byteCount)
        } else if !beginningIsFull, fits {
            places[identifier] = beginning.count
            beginning.append(output, identifier: identifier, byteCount: byteCount)
        } else {
            places[identifier] = beginning.count + omitted.count + end.count
            end.append(output, identifier: identifier, byteCount: byteCount)
        }
        makeRoom()
    }

    private mutating func makeRoom() {
        beginningIsFull = beginningIsFull || end.count > 0 || beginning.count >= limits.outputs
        while end.count > 1, end.count > limits.outputs || end.shownCount > limits.displayed || hasTextToSpare {
            omit(end.removeFirst())
        }
    }

    /// Whether there is enough text without the first piece of the end.
    private var hasTextToSpare: Bool { end.textCount >= limits.text + OutputPieces.textSize }

    private mutating func omit(_ piece: OutputPiece) {
        omitted.add(piece)
        if case .shown(_, let identifier, _) = piece { places[identifier] = nil }
    }

    /// What the cell gave, once nothing more can come.
    mutating func finish() -> CollectedOutputs {
        if let collected { return collected }
        while end.textCount > limits.text {
            guard case .text(_, let bytes)? = end.all.first, end.textCount - bytes.count < limits.text else {
                omit(end.removeFirst())
                continue
            }
            omitted.bytes += end.textCount - limits.text
            end.removeFirstBytes(end.textCount - limits.text)
        }
        let whole = CollectedOutputs(beginning, omitted, end)
        (beginning, end, collected) = (OutputPieces(), OutputPieces(), whole)
        return whole
    }

    /// Takes the runtime's own last words out of the standard error stream, once nothing more can come.
    ///
    /// - Returns: the message after `Fatal error: `, if the cell ended with one.
    mutating func takeFatalError() -> FatalErrorReport? {
        var whole = finish()
        defer { collected = whole }
        return whole.takeFatalError()
    }
}

/// What stood between the beginning and the end.
struct OmittedPieces {
    private(set) var count = 0
    private(set) var outputs = 0
    /// Of text.
    var bytes = 0

    var isEmpty: Bool { outputs == 0 && bytes == 0 }

    mutating func add(_ piece: OutputPiece) {
        count += 1
        switch piece {
        case .text(_, let text): bytes += text.count
        case .shown: outputs += 1
        }
    }
}
