internal import CKernels

/// What a changed image shows where the original has no pixels.
public enum FillMode: String, Hashable, Sendable, CaseIterable {
    /// The border's pixels go on for ever: `aaaa|abcd|dddd`.
    case nearest
    /// One value everywhere, the generator's `cval`: `kkkk|abcd|kkkk`.
    case constant
    /// The image is mirrored at its borders: `dcba|abcd|dcba`.
    case reflect
    /// The image is repeated: `abcd|abcd|abcd`.
    case wrap

    var code: nbrun_fill_mode {
        switch self {
        case .nearest: NBRUN_FILL_NEAREST
        case .constant: NBRUN_FILL_CONSTANT
        case .reflect: NBRUN_FILL_REFLECT
        case .wrap: NBRUN_FILL_WRAP
        }
    }
}
