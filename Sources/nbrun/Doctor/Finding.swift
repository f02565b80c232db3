/// One thing that chapters run on.
struct Finding {
    let subject: String
    /// What was found.
    let text: String
    /// What is wrong and what to do about it; nil where all is well.
    var remedy: String?
}
