/// The colours of series that name none.
///
/// The first four are Okabe and Ito's blue, vermilion, bluish green and reddish purple, which readers with any kind of
/// colour vision tell apart. Their sky blue, orange and yellow are too light for a white page; darker ones stand in for
/// them. Each has a contrast of 3:1 or more on white and on near-black (#1e1e22).
enum Palette {
    static let colors = [
        RGB(hex: 0x0072B2),  // blue
        RGB(hex: 0xD55E00),  // vermilion
        RGB(hex: 0x009E73),  // bluish green
        RGB(hex: 0xCC79A7),  // reddish purple
        RGB(hex: 0x2E96D1),  // sky blue
        RGB(hex: 0xB87F00),  // ochre
        RGB(hex: 0x7B61C4),  // violet
        RGB(hex: 0x808080),  // grey
    ]

    static func color(at index: Int) -> RGB {
        colors[((index % colors.count) + colors.count) % colors.count]
    }
}
