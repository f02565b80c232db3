/// A drawing that stands by itself, outside of a page: with a colour for its text and a white ground.
///
/// In a page, a drawing takes its text colour from around it. A notebook or a file on GitHub shows it as an image, around
/// which there is nothing to take.
struct StandaloneDrawing {
    let svg: String

    init(_ svg: String) {
        guard let start = svg.firstMatch(of: /<svg(?:"[^"]*"|'[^']*'|[^"'>])*>/) else {
            self.svg = svg
            return
        }
        let tag = String(start.output.dropLast())
        var attributes = ""
        if !tag.contains(" xmlns=") { attributes += " xmlns=\"http://www.w3.org/2000/svg\"" }
        if !tag.contains(" color=") { attributes += " color=\"#1f2328\"" }
        let ground = tag.hasSuffix("/") ? "" : "\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>"
        self.svg = "<svg" + attributes + tag.dropFirst("<svg".count) + ">" + ground + svg[start.range.upperBound...]
    }

    /// Width and height in pixels of a page, where the drawing says them in whole numbers.
    var size: (width: Int, height: Int)? {
        guard let width = svg.firstMatch(of: /<svg[^>]* width="(\d{1,6})"/).flatMap({ Int($0.1) }),
            let height = svg.firstMatch(of: /<svg[^>]* height="(\d{1,6})"/).flatMap({ Int($0.1) })
        else { return nil }
        return (width, height)
    }
}
