import Chapters

/// Finds the chapter's line for the call stack of a cell that cannot go on.
struct CallSite {
    let toolchain: Toolchain
    /// The cells that were loaded, with the addresses where their libraries begin.
    let loaded: [(base: UInt, cell: CompiledCell)]

    /// What is known of the innermost call that stands in the chapter.
    struct Finding {
        var location: SourceLocation?
        /// What a check of the standard library says, such as `Index out of range`.
        var runtimeFailure: String?
    }

    func find(_ frames: [UInt]) -> Finding {
        var finding = Finding()
        var isInnermost = true
        for address in frames {
            guard let (base, cell) = cell(at: address) else { continue }
            let calls = symbolize([address - base], in: cell.library).first ?? []
            finding.runtimeFailure = finding.runtimeFailure ?? calls.lazy.compactMap(\.runtimeFailure).first
            let (told, isVague) = (location(of: calls, in: cell), isInnermost && isWithoutLine(calls, in: cell.place))
            isInnermost = false
            finding.location =
                (told == nil || isVague ? location(before: address - base, calls, in: cell) : nil) ?? told
            if finding.location != nil { return finding }
        }
        return finding
    }

    private func location(of calls: [SymbolizedLine], in cell: CompiledCell) -> SourceLocation? {
        calls.lazy.compactMap { $0.location(in: cell.place) }.first
    }

    /// Whether the innermost call in the author's text has no line, but was inlined into one that has.
    private func isWithoutLine(_ calls: [SymbolizedLine], in place: CellPlace) -> Bool {
        calls.first { place.isCell(file: $0.file) }?.line == 0
    }

    /// The line of the code that led to an address which has none.
    private func location(before address: UInt, _ calls: [SymbolizedLine], in cell: CompiledCell) -> SourceLocation? {
        guard let function = calls.last?.function else { return nil }
        let command = Command(
            program: toolchain.disassembler,
            arguments: ["-d", "--no-show-raw-insn", "--disassemble-symbols=\(function)", cell.library])
        guard let disassembly = try? command.run().output else { return nil }
        let addresses = PrecedingCode(disassembly).addresses(before: address)
        return symbolize(Array(addresses.prefix(200)), in: cell.library).lazy
            .compactMap { location(of: $0, in: cell) }.first
    }

    private func cell(at address: UInt) -> (base: UInt, cell: CompiledCell)? {
        loaded.filter { $0.base <= address && address - $0.base < $0.cell.size }.max { $0.base < $1.base }
    }

    /// The calls at each address, inlined ones first.
    private func symbolize(_ addresses: [UInt], in library: String) -> [[SymbolizedLine]] {
        guard !addresses.isEmpty else { return [] }
        let command = Command(
            program: toolchain.symbolizer,
            arguments: ["--obj=\(library)", "--inlines", "--output-style=LLVM"]
                + addresses.map { "0x\(String($0, radix: 16))" })
        guard let result = try? command.run() else { return [] }
        // An empty line ends what is said of an address.
        return result.output.split(separator: "\n\n").map { answer in
            let lines = answer.split(separator: "\n").map(String.init)
            return stride(from: 0, to: lines.count - 1, by: 2).map {
                SymbolizedLine(function: lines[$0], place: lines[$0 + 1])
            }
        }
    }
}

/// One call in the symbolizer's answer: the function, and `file:line:column`.
struct SymbolizedLine: Equatable {
    let function: String
    let file: String
    let line: Int
    let column: Int?

    init(function: String, place: String) {
        self.function = function
        let parts = place.split(separator: ":")
        file = parts.dropLast(2).joined(separator: ":")
        line = parts.dropLast().last.flatMap { Int($0) } ?? 0
        column = parts.last.flatMap { Int($0) }
    }

    /// Nil where the call does not stand in the author's text.
    func location(in place: CellPlace) -> SourceLocation? {
        line > 0 ? place.location(file: file, line: line, column: column) : nil
    }

    var runtimeFailure: String? {
        let prefix = "Swift runtime failure: "
        return function.hasPrefix(prefix) ? String(function.dropFirst(prefix.count)) : nil
    }
}
