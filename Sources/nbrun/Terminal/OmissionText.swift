import Chapters
import Display

/// What a person at the terminal reads of what a report leaves out.
enum OmissionText {
    /// `gave too much to keep: 9,992,000,000 bytes of text and 998,000 outputs are left out of its middle`
    static func text(_ omission: Omission) -> String {
        let bytes = omission.bytes > 0 ? ["\(NumberText.grouped(omission.bytes)) bytes of text"] : []
        let outputs = omission.outputs > 0 ? ["\(NumberText.grouped(omission.outputs)) outputs"] : []
        return "gave too much to keep: \((bytes + outputs).joined(separator: " and ")) are left out of its middle"
    }
}
