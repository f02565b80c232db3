/// The machine's code that led to an address, for an instruction that the compiler gave no line.
///
/// A check that fails often has none: its own block is made by the compiler. But it was reached from code that has one.
///
///     12f0:  je   0x1370 <main+0x80>     ← line 4
///     …
///     1370:  call <_assertionFailure>    ← no line
struct PrecedingCode {
    private let instructions: [Instruction]

    fileprivate struct Instruction {
        let address: UInt
        /// Where it may go on instead of behind itself.
        let target: UInt?
        /// Nothing goes on behind it.
        let isEnd: Bool
    }

    /// So many blocks are looked at.
    private static let farthest = 4

    /// - Parameter disassembly: what `llvm-objdump` says of one function, without the bytes.
    init(_ disassembly: String) {
        instructions = disassembly.split(separator: "\n").compactMap(Instruction.init)
    }

    /// The addresses that were, or may have been, gone through before one, the nearest first; empty if it is not there.
    func addresses(before address: UInt) -> [UInt] {
        guard var index = instructions.lastIndex(where: { $0.address <= address }) else { return [] }
        var found: [UInt] = []
        for _ in 0..<Self.farthest {
            let end = instructions[index].address
            while true {
                found.append(instructions[index].address)
                guard index > 0, !instructions[index - 1].isEnd else { break }
                index -= 1
            }
            let block = instructions[index].address...end
            guard let origin = instructions.lastIndex(where: { $0.target.map(block.contains) ?? false }) else { break }
            index = origin
        }
        return found
    }
}

extension PrecedingCode.Instruction {
    /// Calls of these functions do not return.
    private static let lastCalls = ["assertionFailure", "fatalError", "swift_unexpectedError", "<abort"]
    private static let ends: Set = ["jmp", "jmpq", "ret", "retq", "ud2", "b", "br", "brk"]

    /// Reads a line such as `    12f0:      je      0x1370 <main+0x80>`; nil for any other.
    init?(_ line: Substring) {
        guard let match = line.prefixMatch(of: /\s*([0-9a-f]+):\s+([a-z][a-z0-9.]*)(.*)/),
            let address = UInt(match.1, radix: 16)
        else { return nil }
        let (name, operands) = (match.2, match.3)
        self.address = address
        let isJump = name.hasPrefix("j") || name.contains(/^(b|b\..+|cbn?z|tbn?z)$/)
        let destination = operands.firstMatch(of: /0x([0-9a-f]+)(?= <|\s*$)/).flatMap { UInt($0.1, radix: 16) }
        target = isJump ? destination : nil
        isEnd = Self.ends.contains(String(name)) || Self.lastCalls.contains { operands.contains($0) }
    }
}
