/// HTML that is safe by construction: what is interpolated is escaped, unless it is markup itself.
///
///     let name = "a < b"
///     let cell: Markup = "<td>\(name)</td>"   // <td>a &lt; b</td>
///
/// Only a literal, other markup, and what is called `trusted` go in as they are.
struct Markup: ExpressibleByStringInterpolation, Equatable {
    private(set) var html: String

    init(stringLiteral value: String) {
        html = value
    }

    init(stringInterpolation interpolation: Interpolation) {
        html = interpolation.html
    }

    /// HTML that someone vouches for: cmark's, or what an author shows as HTML on purpose.
    init(trusted html: String) {
        self.html = html
    }

    static func += (left: inout Markup, right: Markup) {
        left.html += right.html
    }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var html = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            html.reserveCapacity(literalCapacity * 2)
        }

        mutating func appendLiteral(_ literal: String) {
            html += literal
        }

        mutating func appendInterpolation(_ text: some StringProtocol) {
            HTMLText.escape(String(text), into: &html)
        }

        mutating func appendInterpolation(_ number: Int) {
            html += String(number)
        }

        mutating func appendInterpolation(_ markup: Markup) {
            html += markup.html
        }

        mutating func appendInterpolation(_ markup: Markup?) {
            html += markup?.html ?? ""
        }

        mutating func appendInterpolation(_ view: some View) {
            html += view.markup.html
        }

        mutating func appendInterpolation(_ view: (some View)?) {
            html += view?.markup.html ?? ""
        }

        mutating func appendInterpolation(trusted: String) {
            html += trusted
        }
    }
}

extension Sequence<Markup> {
    /// The pieces one after another.
    func joined(separator: Markup = "") -> Markup {
        var whole: Markup = ""
        for (index, piece) in enumerated() {
            if index > 0 { whole += separator }
            whole += piece
        }
        return whole
    }
}

/// A part of the page.
protocol View {
    var markup: Markup { get }
}
