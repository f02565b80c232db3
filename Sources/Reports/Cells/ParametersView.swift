import Chapters

/// The parameters that the command line set, beside what the chapter says.
struct ParametersView: View {
    let parameters: [InjectedParameter]
    let words: Words

    var markup: Markup {
        let rows = parameters.map { parameter -> Markup in
            """
            <tr><th scope="row">\(parameter.name)</th><td>\(parameter.value)</td><td>\(parameter.original)</td></tr>

            """
        }
        let heads = [words.parameter, words.inThisRun, words.inChapter].map { "<th scope=\"col\">\($0)</th>" as Markup }
        return """
            <div class="scroll"><table class="data parameters">
            <thead><tr>\(heads.joined())</tr></thead>
            <tbody>
            \(rows.joined())</tbody>
            </table></div>

            """
    }
}
