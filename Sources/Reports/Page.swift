/// A whole HTML document: the style and the script in `Page/`, and what the caller puts in.
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
        """
        <!DOCTYPE html>
        <html lang="\(escaped: language ?? "en")" dir="\(escaped: direction)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="nbrun">
        <link rel="icon" href="data:,">
        <title>\(escaped: title)</title>
        <style>
        \(Self.style)</style>
        </head>
        <body>
        <a class="skip" href="#\(PageAnchor.text)">\(escaped: words.skipToText)</a>
        <header class="side">
        <div class="tools">
        <button type="button" id="page:theme" hidden>\(escaped: words.theme)</button>
        <button type="button" id="page:fold" hidden data-fold="\(escaped: words.foldAll)" \
        data-unfold="\(escaped: words.unfoldAll)">\(escaped: words.foldAll)</button>
        </div>
        \(contents.html)</header>
        <main id="\(PageAnchor.text)" data-copy="\(escaped: words.copy)" data-copied="\(escaped: words.copied)">
        \(body.html)</main>
        <script>
        \(Self.script)</script>
        </body>
        </html>

        """
    }

    private var direction: String {
        let primary = language?.lowercased().split(separator: "-").first.map(String.init) ?? ""
        return ["ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(primary) ? "rtl" : "ltr"
    }

    private static let style = String(decoding: PackageResources.page_css, as: UTF8.self)
    private static let script = String(decoding: PackageResources.page_js, as: UTF8.self)
}

extension DefaultStringInterpolation {
    /// Text in which no character is markup.
    fileprivate mutating func appendInterpolation(escaped text: String) { appendLiteral(HTMLText.escaped(text)) }
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
