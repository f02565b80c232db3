/// What colours are called in matplotlib's strings.
enum ColorNames {
    /// The paint that a name stands for, or nil where it stands for none.
    static func paint(of name: String) -> PlotColor.Paint? {
        if let paint = paletteNames[name] { return paint }
        if name.hasPrefix("#") { return hexadecimal(name) }
        if name.hasPrefix("C"), let index = Int(name.dropFirst()), index >= 0 { return .palette(index) }
        if let grey = Double(name) { return literalGrey(grey) }
        return cssNames.contains(name.lowercased()) ? .literal(name.lowercased()) : nil
    }

    /// The letters, their plain names, and the colours of matplotlib's own palette.
    private static let paletteNames: [String: PlotColor.Paint] = [
        "b": .palette(0), "blue": .palette(0), "tab:blue": .palette(0),
        "r": .palette(1), "red": .palette(1), "tab:red": .palette(1),
        "g": .palette(2), "green": .palette(2), "tab:green": .palette(2),
        "m": .palette(3), "magenta": .palette(3), "tab:pink": .palette(3),
        "c": .palette(4), "cyan": .palette(4), "tab:cyan": .palette(4),
        "y": .palette(5), "yellow": .palette(5), "tab:orange": .palette(5), "tab:olive": .palette(5),
        "tab:purple": .palette(6), "tab:brown": .literal("#a6611a"),
        "tab:gray": .palette(7), "tab:grey": .palette(7),
        "k": .foreground, "black": .foreground,
        "w": .literal("white"),
    ]

    private static func hexadecimal(_ name: String) -> PlotColor.Paint? {
        let digits = name.dropFirst()
        let isHexadecimal = digits.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
        }
        return isHexadecimal && [3, 4, 6, 8].contains(digits.count) ? .literal(name) : nil
    }

    private static func literalGrey(_ part: Double) -> PlotColor.Paint? {
        guard (0...1).contains(part) else { return nil }
        let level = UInt8((part * 255).rounded())
        return .literal(RGB(level, level, level).hex)
    }

    /// The names that CSS and matplotlib share.
    private static let cssNames = Set(
        """
        aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown \
        burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan \
        darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred \
        darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink \
        deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold \
        goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush \
        lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey \
        lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow \
        lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen \
        mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin \
        navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise \
        palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue \
        saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow \
        springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen
        """.split(separator: " ").map(String.init))
}
