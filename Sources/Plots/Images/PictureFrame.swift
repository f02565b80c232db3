extension Picture {
    /// The picture with a hairline around it, and with hatching where pixels are no numbers.
    func framed(in place: Rectangle) -> [SVGElement] {
        let hatching = hasMissing ? [Hatching.element(in: place)] : []
        return hatching + [.image(self, in: place), PictureFrame.element(around: [place])]
    }

    /// Whether some pixels are nothing.
    private var hasMissing: Bool {
        switch pixels {
        case .levels(let levels, _): levels.contains(0)
        case .colors(let colors): stride(from: 3, to: colors.count, by: 4).contains { colors[$0] == 0 }
        }
    }
}

extension PixelValues {
    /// Whether some of its numbers are missing.
    var hasMissing: Bool { values.contains(where: \.isNaN) }

    /// How many pixels are no numbers.
    var missingCount: Int {
        stride(from: 0, to: values.count, by: channels).count { start in
            values[start..<start + channels].contains(where: \.isNaN)
        }
    }
}

/// A hairline around images, so that those as light or as dark as the page end somewhere.
enum PictureFrame {
    private static let width = 0.75

    static func element(around places: [Rectangle]) -> SVGElement {
        var path = PathData()
        for place in places {
            // Inside of the edge, which may be that of the drawing.
            path.addRectangle(
                x: place.x + width / 2, y: place.y + width / 2, width: max(place.width - width, 0),
                height: max(place.height - width, 0))
        }
        return SVGElement(
            "path",
            [
                "d": path.text, "fill": "none", "stroke": "currentColor", "stroke-opacity": "0.3",
                "stroke-width": width,
            ])
    }
}

/// What stands for a number that is missing: grey with lines across, as no colour map has it.
enum Hatching {
    private static let distance = 6.0

    static func element(in place: Rectangle) -> SVGElement {
        var lines = PathData()
        var start = place.x - place.height + distance / 2
        while start < place.maxX {
            // From the foot at `start` up to the right, at 45 degrees, as far as it lies inside.
            let (left, right) = (max(start, place.x), min(start + place.height, place.maxX))
            if left < right {
                lines.addLine(through: [
                    PlotPoint(left, place.maxY - (left - start)), PlotPoint(right, place.maxY - (right - start)),
                ])
            }
            start += distance
        }
        let ground: SVGAttributes = [
            "x": place.x, "y": place.y, "width": place.width, "height": place.height, "fill-opacity": "0.1",
        ]
        return .group(of: [
            SVGElement("rect", ground),
            SVGElement(
                "path",
                [
                    "d": lines.text, "fill": "none", "stroke": "currentColor", "stroke-opacity": "0.35",
                    "stroke-width": 1,
                ]
            ),
        ])
    }
}
