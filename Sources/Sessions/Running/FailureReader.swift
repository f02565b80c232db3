import Chapters
import Display
import Glibc

/// Says in the author's terms why a cell stopped before its end.
struct FailureReader {
    let cell: Cell
    let callSite: CallSite
    let timeout: Double?

    func failure(of result: inout CellExecution.Result) -> Failure? {
        switch result.end {
        case .finished, .elsewhere: return nil
        case .notLoaded(let message):
            return Failure(kind: .notLoaded, message: loadMessage(message), location: SourceLocation(line: cell.line))
        case .timedOut:
            let seconds = timeout.map { NumberText.short($0) } ?? "its"
            return Failure(kind: .timeout, message: "the cell took longer than \(seconds) s", location: nil)
        case .interrupted:
            return Failure(kind: .interrupt, message: "interrupted", location: nil)
        case .disturbed(let channel):
            return Failure(kind: .disturbance, message: Self.words(for: channel), location: nil)
        case .ended(let status):
            return stopped(&result) ?? died(status, &result)
        }
    }

    /// The cell told why itself.
    private func stopped(_ result: inout CellExecution.Result) -> Failure? {
        guard let reason = result.stopReason else { return nil }
        let location = callSite.find(result.frames).location
        switch reason {
        case .misuse(let message): return Failure(kind: .misuse, message: message, location: location)
        case .thrown(let type, let description):
            let name = GeneratedNames.removed(from: type)
            let text = GeneratedNames.removed(from: description)
            let message = text.hasPrefix(name) ? text : "\(name): \(text)"
            return Failure(kind: .thrown, message: message, location: location)
        }
    }

    private func died(_ status: ExitStatus, _ result: inout CellExecution.Result) -> Failure {
        switch status {
        case .unknown:
            return Failure(kind: .died, message: Self.keeperEnded, location: nil)
        case .exited(Self.statusOfLostLine) where result.frames.isEmpty:
            return Failure(kind: .disturbance, message: Self.lineLost, location: nil)
        case .exited(let code):
            return Failure(
                kind: .exited, message: "the cell ended the session's process with exit(\(code))",
                location: callSite.find(result.frames).location)
        case .signalled(let signal, let cause):
            let finding = callSite.find(result.frames)
            if Self.trapSignals.contains(signal) || signal == SIGABRT,
                let failure = reported(result.collector.takeFatalError(), finding)
            {
                return failure
            }
            let kind: Failure.Kind = Self.trapSignals.contains(signal) ? .trap : .died
            let message =
                result.stackOverflowed ? Self.overflow : Self.words(for: signal, cause) + Self.words(for: result.pass)
            return Failure(kind: kind, message: message, location: finding.location)
        }
    }

    /// What the runtime said of it, or a check of the standard library is known by.
    private func reported(_ report: FatalErrorReport?, _ finding: CallSite.Finding) -> Failure? {
        guard let message = report?.message ?? finding.runtimeFailure else { return nil }
        let isSwiftCheck = report?.isSwiftCheck ?? true
        return Failure(
            kind: isSwiftCheck ? .trap : .died, message: GeneratedNames.removed(from: message),
            location: finding.location)
    }

    private static let trapSignals: Set<Int32> = [SIGILL, SIGTRAP]

    private static let overflow = "the stack is full: a function calls itself too often, perhaps without an end"

    private static let keeperEnded = """
        the process that looks after the session's was ended, by the cell or by another program; \
        end and signal only what the cell has started
        """

    /// With which the host ends when it finds one of its lines destroyed.
    private static let statusOfLostLine: Int32 = 72

    private static let lineLost = """
        the cell closed or changed a descriptor that it did not open, by which nbrun hears from the session; \
        close what the cell has opened, one by one
        """

    private static func words(for channel: Host.Channel) -> String {
        """
        the cell wrote to a descriptor that it did not open, by which nbrun hears of \
        \(channel == .control ? "the session" : "outputs"); write to standard output, or to a file that the cell opens
        """
    }

    private static func words(for signal: Int32, _ cause: ExitStatus.Cause?) -> String {
        switch signal {
        case SIGILL, SIGTRAP: "the program trapped"
        case SIGSEGV: "the program used memory that it does not have (SIGSEGV)"
        case SIGKILL where cause == .memory:
            "the session's process was killed (SIGKILL), perhaps because the memory ran out"
        case SIGKILL where cause == .processorTime:
            "the session's process used all the processor time that it may (SIGKILL); raise the limit, which is 'ulimit -t'"
        case SIGKILL: "the session's process was killed (SIGKILL), by the cell or by another program"
        case SIGXCPU:
            "the session's process used all the processor time that it may (SIGXCPU); raise the limit, which is 'ulimit -t'"
        case SIGXFSZ: "the cell wrote a file larger than it may (SIGXFSZ); raise the limit, which is 'ulimit -f'"
        case SIGABRT: "the program aborted (SIGABRT)"
        default: "the session's process was ended by signal \(signal) (\(String(cString: strsignal(signal))))"
        }
    }

    /// Where in a network a process ended; nothing where it was elsewhere.
    private static func words(for pass: String?) -> String {
        pass.map { " in the layer \($0); please report it, with the model and the size of its batches" } ?? ""
    }

    /// What `dlopen` says, without the paths of generated files.
    private func loadMessage(_ message: String) -> String {
        guard let symbol = message.split(separator: "undefined symbol: ").last, message.contains("undefined symbol")
        else {
            // Behind the path of the library, which is nbrun's own.
            let words = message.split(separator: ".so: ", maxSplits: 1).last ?? Substring(message)
            return "the cell could not be loaded: \(words)"
        }
        // A mangled name of a generated module says nothing to a person.
        if symbol.contains("Cell_") {
            return "the cell uses what Swift made unwritten for a class of an earlier cell, and cannot reach it: "
                + "write the class's initialiser out, such as 'init() {}'"
        }
        return "the cell uses something that is declared but nowhere defined (\(symbol))"
    }
}
