import Chapters

/// A conformance that the compiler makes only in the file of the type, which to it is the type's own cell.
///
///     extension Box: Equatable where T: Equatable {}
///
/// The members are written for it where that can be done (`SynthesizedMembers`). Where not, the compiler points at the
/// extension as a whole; what is meant is the protocol's name.
struct MissingSynthesis {
    /// The member that is missing, such as `hash(into:)`.
    let requirement: String
    private let proto: Substring

    init?(_ message: String) {
        guard
            let match = message.firstMatch(
                of: /extension outside of file declaring .* prevents automatic synthesis of '(.+)' for protocol '(\w+)'/
            )
        else { return nil }
        (requirement, proto) = (String(match.output.1), match.output.2)
    }

    /// The place of the protocol's name in the line, where it stands there.
    func location(in line: String, of location: SourceLocation?) -> SourceLocation? {
        guard let location, let colon = line.firstIndex(of: ":"),
            let name = line[colon...].firstRange(of: proto)
        else { return location }
        let column = line.distance(from: line.startIndex, to: name.lowerBound) + 1
        return SourceLocation(file: location.file, line: location.line, column: column, length: proto.count)
    }

    var advice: Diagnostic {
        Diagnostic(
            severity: .note,
            message: "name \(proto) where the type is declared, or write what it requires into the extension",
            location: nil)
    }
}
