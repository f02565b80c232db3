import Testing

/// Something done to one descriptor, before nbrun starts or by a cell.
struct DescriptorFault: CustomTestStringConvertible {
    let kind: Kind
    let descriptor: Int
    let moment: Moment

    enum Kind: String, CaseIterable {
        case closed, full, nowhere, broken, shut, nonblocking
    }

    enum Moment: String, CaseIterable {
        case atStart = "at nbrun's start"
        case inCell = "in a cell"
        case atEnd = "at a cell's end"
    }

    var testDescription: String { "\(descriptor) \(kind) \(moment.rawValue)" }

    /// Every kind of every descriptor at every moment.
    static let all = Kind.allCases.flatMap { kind in
        (0...10).flatMap { descriptor in
            Moment.allCases.map { DescriptorFault(kind: kind, descriptor: descriptor, moment: $0) }
        }
    }

    /// Some of them in CI, with every kind, moment and nearly every descriptor among them.
    static let some = Faults.isLong ? all : stride(from: 0, to: all.count, by: 17).map { all[$0] }

    /// What a cell does.
    var swift: String {
        let put = "dup2(instead, \(descriptor))"
        return switch kind {
        case .closed: "close(\(descriptor))"
        case .full: "let instead = open(\"/dev/full\", O_WRONLY); \(put)"
        case .nowhere: "let instead = open(\"/dev/null\", O_RDWR); \(put)"
        case .broken:
            "var ends: [Int32] = [0, 0]; pipe(&ends); close(ends[0]); let instead = ends[1]; \(put)"
        case .shut: "shutdown(\(descriptor), Int32(SHUT_RDWR))"
        case .nonblocking: "_ = fcntl(\(descriptor), F_SETFL, fcntl(\(descriptor), F_GETFL) | O_NONBLOCK)"
        }
    }

    /// What a program does before it becomes nbrun.
    var perl: String {
        let put = "POSIX::dup2($instead, \(descriptor));"
        return switch kind {
        case .closed: "POSIX::close(\(descriptor));"
        case .full: "$instead = POSIX::open(\"/dev/full\", O_WRONLY); \(put)"
        case .nowhere: "$instead = POSIX::open(\"/dev/null\", O_RDWR); \(put)"
        case .broken: "($read, $instead) = POSIX::pipe(); POSIX::close($read); \(put)"
        case .shut:
            "socketpair(A, B, AF_UNIX, SOCK_STREAM, 0); shutdown(A, 2); $instead = fileno(A); \(put)"
        case .nonblocking:
            "($read, $instead) = POSIX::pipe(); open(F, \">&=\", $instead); fcntl(F, F_SETFL, O_WRONLY | O_NONBLOCK); \(put)"
        }
    }

    /// A cell that prints to a pipe that nobody reads is ended, as every program is.
    var endsTheCell: Bool { kind == .broken && descriptor == 1 && moment == .inCell }

    /// What the cell printed before is lost nowhere, and a later one is heard but where this one took its output away.
    var silencesLaterCells: Bool {
        moment != .atStart && descriptor == 1 && (kind == .full || kind == .nowhere)
    }
}
