import Chapters

extension CellModule {
    /// What those behind it have to know of a module of the chain; every one of them knows it, so there is one object for all.
    final class Predecessor: Equatable, Sendable {
        let name: String
        /// The cell's number when it was compiled.
        let number: Int
        /// Those of the files that it includes, and its own.
        let texts: [String]
        let names: NamesInSwift
        /// What it declares at its top level.
        let exported: Set<String>
        /// Those that are types.
        let types: Set<String>

        // Of it and of those before it.
        let imports: [ImportDeclaration]
        let operators: OperatorDeclarations
        let functions: ReplacedFunctions
        let conformances: Conformances
        let members: MemberSignatures
        /// Whether one declares a function that asks for the place of its call.
        let takesPositions: Bool

        init(named name: String, of form: CellForm, after earlier: Predecessor?) {
            let analyses = form.analyses
            self.name = name
            number = form.cell.number
            texts = form.included.map(\.file.text) + [form.cell.source]
            let names = analyses.map(\.names).reduce(NamesInSwift()) { $0.union($1) }
            self.names = form.access.areMade ? names : names.hidden
            exported = analyses.reduce(into: []) { $0.formUnion($1.topLevel.exported) }
            types = analyses.reduce(into: []) { $0.formUnion($1.topLevel.types) }
            imports = (earlier?.imports ?? []) + analyses.flatMap(\.imports)
            operators = (earlier?.operators ?? OperatorDeclarations()).followed(by: form.operators)
            functions = form.earlierFunctions(after: earlier).followed(by: form.functions)
            conformances = analyses.map(\.conformances)
                .reduce(earlier?.conformances ?? Conformances()) { $0.followed(by: $1) }
            members = analyses.map(\.members).reduce(earlier?.members ?? MemberSignatures()) { $0.followed(by: $1) }
            takesPositions = earlier?.takesPositions == true || analyses.contains(where: \.takesPositions)
        }

        static func == (a: Predecessor, b: Predecessor) -> Bool { a.name == b.name }
    }
}

extension CellForm {
    /// Those of the included files, and the cell's.
    var analyses: [CellAnalysis] { included.map(\.analysis) + [analysis] }

    var operators: OperatorDeclarations {
        analyses.map(\.operators).reduce(OperatorDeclarations()) { $0.followed(by: $1) }
    }

    /// The functions of earlier cells, by what their types are called in this one.
    func earlierFunctions(after earlier: CellModule.Predecessor?) -> ReplacedFunctions {
        guard let earlier else { return ReplacedFunctions() }
        let types = analyses.reduce(into: Set<String>()) { $0.formUnion($1.topLevel.types) }
        return earlier.functions.naming(types, in: earlier.name)
    }

    var functions: ReplacedFunctions {
        analyses.map(\.functions).reduce(ReplacedFunctions()) { $0.followed(by: $1) }
    }
}
