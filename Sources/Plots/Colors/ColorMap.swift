import Display

/// Colours for numbers from low to high.
///
///     Figure.imageGrid(images, rows: 4, columns: 4, colorMap: .viridis)
///
/// Viridis and magma (by Smith and van der Walt, public domain) grow evenly in lightness and are read by the colour-blind;
/// `diverging` runs from blue over white to red, for numbers on both sides of zero.
public struct ColorMap: Hashable, Sendable {
    let name: String
    /// Colours at equal distances; between them it is mixed.
    let stops: [RGB]

    private init(_ name: String, _ stops: [Int]) {
        self.name = name
        self.stops = stops.map(RGB.init(hex:))
    }

    /// Black for the lowest number, white for the highest.
    public static let gray = ColorMap("gray", [0x000000, 0xFFFFFF])

    /// From dark violet over green to yellow.
    public static let viridis = ColorMap(
        "viridis",
        [
            0x440154, 0x470D60, 0x48186A, 0x482374, 0x472D7B, 0x453781, 0x424086, 0x3E4989, 0x3B528B, 0x375B8D,
            0x33638D, 0x2F6B8E, 0x2C728E, 0x297A8E, 0x26828E, 0x23898E, 0x21918C, 0x1F988B, 0x1FA088, 0x22A785,
            0x28AE80, 0x32B67A, 0x3FBC73, 0x4EC36B, 0x5EC962, 0x70CF57, 0x84D44B, 0x98D83E, 0xADDC30, 0xC2DF23,
            0xD8E219, 0xECE51B, 0xFDE725,
        ])

    /// From black over purple to a light yellow.
    public static let magma = ColorMap(
        "magma",
        [
            0x000004, 0x0A0822, 0x1D1147, 0x36106B, 0x51127C, 0x6A1C81, 0x832681, 0x9C2E7F, 0xB73779, 0xD0416F,
            0xE75263, 0xF56B5C, 0xFC8961, 0xFEA772, 0xFEC488, 0xFDE2A3, 0xFCFDBF,
        ])

    /// From blue over white to red: Brewer's RdBu, turned round.
    public static let diverging = ColorMap(
        "diverging",
        [
            0x053061, 0x2166AC, 0x4393C3, 0x92C5DE, 0xD1E5F0, 0xF7F7F7, 0xFDDBC7, 0xF4A582, 0xD6604D, 0xB2182B,
            0x67001F,
        ])

    /// The same colours from high to low.
    public var reversed: ColorMap { ColorMap("\(name), reversed", reversing: stops) }

    private init(_ name: String, reversing stops: [RGB]) {
        self.name = name
        self.stops = stops.reversed()
    }

    /// The colour at a place between 0 (lowest) and 1 (highest).
    func color(at place: Double) -> RGB {
        let position = min(max(place, 0), 1) * Double(stops.count - 1)
        let index = min(Int(position), stops.count - 2)
        return stops[index].mixed(with: stops[index + 1], position - Double(index))
    }
}

extension ColorMap: ExpressibleByStringLiteral {
    /// The map that matplotlib calls so, with `_r` for its colours from high to low; a name that is none here stops the cell.
    public init(stringLiteral name: String) {
        let isReversed = name.hasSuffix("_r")
        if let map = Self.named[name] {
            self = map
            return
        }
        guard isReversed, let map = Self.named[String(name.dropLast(2))] else {
            misuse(
                """
                colour map: "\(name)" is not known; expected "gray", "viridis", "magma" or "RdBu_r", and "_r" behind a name \
                for its colours from high to low
                """)
        }
        self = map.reversed
    }

    private static let named: [String: ColorMap] = [
        "gray": .gray, "grey": .gray, "Greys": .gray.reversed, "binary": .gray.reversed, "viridis": .viridis,
        "magma": .magma, "diverging": .diverging, "coolwarm": .diverging, "RdBu": .diverging.reversed,
        "RdBu_r": .diverging,
    ]
}
