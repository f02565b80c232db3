internal import SwiftParser

/// The Prelude's functions whose parameters take what an author's own function of that name could be called with.
///
/// Swift weighs a chapter's `func log(_ message: Any)` against the Prelude's `log` of numbers, and takes the one that fits
/// better; so `log(42)` would be a logarithm. A chapter's own declaration takes the place of all of these.
enum PreludeFunctions {
    static let all: ReplacedFunctions = {
        let floats = ["exp", "log", "log2", "log10", "sqrt", "sin", "cos", "tan", "tanh", "sigmoid", "relu"]
        let numbers = floats.flatMap { name in
            ["Double", "Float"].map { "func \(name)(_ x: \($0)) -> \($0) {}" }
                + (name == "relu" ? [] : ["func \(name)(_ x: some BinaryInteger) -> Double {}"])
        }
        let others = [
            "func pow(_ x: Double, _ y: Double) -> Double {}", "func pow(_ x: Float, _ y: Float) -> Float {}",
            "func pow(_ x: some BinaryInteger, _ y: some BinaryInteger) -> Double {}",
            "func display<Value>(_ value: Value) -> DisplayHandle {}",
            "func output<Value>(of value: Value) -> Output {}",
            "func demand(_ condition: Bool, _ message: @autoclosure () -> String) {}",
            "func misuse(_ message: String) -> Never {}",
        ]
        return ReplacedFunctions(in: Parser.parse(source: (numbers + others).joined(separator: "\n")))
    }()
}
