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
        for address in frames {
            guard let (base, cell) = cell(at: address) else { continue }
            let lines = symbolize(address - base, in: cell.library)
            finding.runtimeFailure = finding.runtimeFailure ?? lines.lazy.compactMap(\.runtimeFailure).first
            guard let location = lines.lazy.compactMap({ $0.location(in: cell.place) }).first else { continue }
            finding.location = location
            return finding
        }
        return finding
    }

    private func cell(at address: UInt) -> (base: UInt, cell: CompiledCell)? {
        loaded.filter { $0.base <= address && address - $0.base < $0.cell.size }.max { $0.base < $1.base }
    }

    /// The calls at an address, inlined ones first.
    private func symbolize(_ address: UInt, in library: String) -> [SymbolizedLine] {
        let command = Command(
            program: toolchain.symbolizer,
            arguments: ["--obj=\(library)", "--inlines", "--output-style=LLVM", "0x\(String(address, radix: 16))"])
        guard let result = try? command.run() else { return [] }
        let lines = result.output.split(separator: "\n").map(String.init)
        return stride(from: 0, to: lines.count - 1, by: 2).map {
            SymbolizedLine(function: lines[$0], place: lines[$0 + 1])
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
