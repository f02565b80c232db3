extension SVGElement {
    /// The picture, drawn into a rectangle with its pixels kept as squares.
    static func image(_ picture: Picture, in rectangle: Rectangle) -> SVGElement {
        SVGElement(
            "image",
            [
                "x": rectangle.x, "y": rectangle.y, "width": rectangle.width, "height": rectangle.height,
                "preserveAspectRatio": "none", "image-rendering": "pixelated",
                "href": "data:image/png;base64,\(Base64.encode(PNGEncoder.encode(picture)))",
            ])
    }
}
