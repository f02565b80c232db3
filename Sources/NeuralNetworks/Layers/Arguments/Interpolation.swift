/// What the pixels of a larger image are made of.
public enum Interpolation: String, Sendable {
    /// The nearest pixel: each becomes a rectangle.
    case nearest
    /// The four pixels around the place, by their distances from it: a pixel's place is its centre, and the border's pixels
    /// go on beyond it.
    case bilinear
}
