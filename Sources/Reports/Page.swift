import Mustache

/// A whole HTML document: the template in `Page/` with its style, its script and what the caller puts in.
struct Page {
    let title: String
    /// A BCP 47 tag; English if the chapter has none.
    let language: String?
    let words: Words
    /// Beside the text on wide screens, above it on narrow ones.
    var contents: Markup = ""
    let body: Markup

    /// Also what cmark and an author's own HTML leave in the text cannot make the document invalid by a code point.
    var html: String { HTMLText.withoutForbidden(rendered) }

    private var rendered: String {
        Self.template.render([
            "title": title, "language": language ?? "en", "direction": direction, "skip": words.skipToText,
            "text": PageAnchor.text, "theme": words.theme, "fold": words.foldAll, "unfold": words.unfoldAll,
            "copy": words.copy, "copied": words.copied, "contents": contents.html, "body": body.html,
            "style": Self.style, "script": Self.script,
        ])
    }

    private var direction: String {
        let primary = language?.lowercased().split(separator: "-").first.map(String.init) ?? ""
        return ["ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(primary) ? "rtl" : "ltr"
    }

    private static let style = String(decoding: PackageResources.page_css, as: UTF8.self)
    private static let script = String(decoding: PackageResources.page_js, as: UTF8.self)
    private static let template = try! MustacheTemplate(
        string: String(decoding: PackageResources.page_html, as: UTF8.self))
}

/// Identifiers that the page gives; their colon keeps them apart from an author's labels and headings.
enum PageAnchor {
    static let text = "page:text"

    /// A line of the chapter's source, at the end of the page.
    static func line(_ number: Int) -> String { "line:\(number)" }

    /// A link within the page; letters beyond ASCII are written by their bytes, as in every URL.
    static func link(to anchor: String) -> String {
        let bytes = anchor.utf8.map { byte in
            byte < 0x80 ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
        }
        return "#" + bytes.joined()
    }
}
