internal import SwiftSyntax

/// What a protocol's requirement and the member that fulfils it have in common.
struct MemberName: Equatable, Sendable {
    /// `description`, `hash`, `<`.
    let base: String
    /// `hash(into:)`; with `static` before it where it is the type's own.
    private let full: String
    /// Those of its parameters; nil where any will do.
    private var types: [String]?

    /// The same, whatever its parameters' types.
    var ofAnyTypes: MemberName {
        var name = self
        name.types = nil
        return name
    }

    /// - Parameter type: the one that the member is of, which the requirement calls `Self`.
    func isFulfilled(by member: MemberName, of type: String) -> Bool {
        full == member.full && (types == nil || types?.map { $0 == "Self" ? type : $0 } == member.types)
    }

    /// Those that a member declares, and where; none for what no protocol can require, or what is hidden.
    ///
    /// - Parameter type: what `Self` is.
    static func all(of member: DeclSyntax, type: String) -> [(name: MemberName, token: TokenSyntax)] {
        guard let modifiers = (member.asProtocol(DeclSyntaxProtocol.self) as? any WithModifiersSyntax)?.modifiers,
            !modifiers.contains(where: { ["private", "fileprivate"].contains($0.name.text) })
        else { return [] }
        let isStatic = modifiers.contains { ["static", "class"].contains($0.name.text) }
        func named(_ token: TokenSyntax, _ parameters: FunctionParameterListSyntax?) -> (MemberName, TokenSyntax) {
            (MemberName(token.bareText, isStatic: isStatic, parameters, type: type), token)
        }
        if let function = member.as(FunctionDeclSyntax.self) {
            return [named(function.name, function.signature.parameterClause.parameters)]
        }
        if let initializer = member.as(InitializerDeclSyntax.self) {
            return [named(initializer.initKeyword, initializer.signature.parameterClause.parameters)]
        }
        if let subscripted = member.as(SubscriptDeclSyntax.self) {
            return [named(subscripted.subscriptKeyword, subscripted.parameterClause.parameters)]
        }
        let patterns = member.as(VariableDeclSyntax.self)?.bindings.map(\.pattern) ?? []
        return patterns.compactMap { $0.as(IdentifierPatternSyntax.self)?.identifier }.map { named($0, nil) }
    }

    private init(_ base: String, isStatic: Bool, _ parameters: FunctionParameterListSyntax?, type: String) {
        self.base = base
        let isOperator = base.first.map { !$0.isLetter && $0 != "_" } ?? false
        let labels = parameters.map { "(" + $0.map { "\($0.firstName.text):" }.joined() + ")" }
        full = (isStatic ? "static " : "") + base + (isOperator ? "" : labels ?? "")
        types = (parameters ?? []).map { parameter in
            let name = parameter.type.nameOfType
            return name == "Self" ? type : name
        }
    }

    private init(standard full: Substring) {
        let isOperator = full.hasPrefix("static ") && !full.last!.isLetter
        self.full = String(full)
        base = String(full.split(separator: " ").last!.prefix { $0 != "(" })
        types = isOperator ? ["Self", "Self"] : nil
    }

    /// What the standard library's protocols require, and Foundation's of errors.
    static let standard: [String: [MemberName]] = [
        "Equatable": "static ==", "Comparable": "static <,static <=,static >,static >=",
        "Hashable": "hash(into:),hashValue", "CustomStringConvertible": "description",
        "CustomDebugStringConvertible": "debugDescription", "LosslessStringConvertible": "init(_:)",
        "CustomReflectable": "customMirror", "TextOutputStreamable": "write(to:)", "Encodable": "encode(to:)",
        "Decodable": "init(from:)", "Identifiable": "id", "RawRepresentable": "rawValue,init(rawValue:)",
        "CaseIterable": "static allCases", "Sequence": "makeIterator(),underestimatedCount",
        "IteratorProtocol": "next()",
        "Collection": "startIndex,endIndex,index(after:),subscript(_:),count,isEmpty",
        "BidirectionalCollection": "index(before:)", "AsyncSequence": "makeAsyncIterator()",
        "AsyncIteratorProtocol": "next()", "AdditiveArithmetic": "static zero,static +,static -",
        "Numeric": "static *,magnitude", "Strideable": "distance(to:),advanced(by:)",
        "ExpressibleByIntegerLiteral": "init(integerLiteral:)", "ExpressibleByFloatLiteral": "init(floatLiteral:)",
        "ExpressibleByStringLiteral": "init(stringLiteral:)", "ExpressibleByBooleanLiteral": "init(booleanLiteral:)",
        "ExpressibleByArrayLiteral": "init(arrayLiteral:)", "ExpressibleByNilLiteral": "init(nilLiteral:)",
        "ExpressibleByDictionaryLiteral": "init(dictionaryLiteral:)",
        "LocalizedError": "errorDescription,failureReason,recoverySuggestion",
        "CustomNSError": "errorCode,errorUserInfo,static errorDomain",
    ].mapValues { $0.split(separator: ",").map(MemberName.init(standard:)) }

    /// Which of them inherit from which.
    static let inherited: [String: Set<String>] = [
        "Comparable": ["Equatable"], "Hashable": ["Equatable"], "Codable": ["Encodable", "Decodable"],
        "LosslessStringConvertible": ["CustomStringConvertible"], "Collection": ["Sequence"],
        "BidirectionalCollection": ["Collection"], "RandomAccessCollection": ["BidirectionalCollection"],
        "MutableCollection": ["Collection"], "AdditiveArithmetic": ["Equatable"],
        "Numeric": ["AdditiveArithmetic", "ExpressibleByIntegerLiteral"], "SignedNumeric": ["Numeric"],
        "Strideable": ["Comparable"],
        "OptionSet": ["RawRepresentable", "Equatable"],
    ]
}
