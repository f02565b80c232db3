/// Reads the files that a cell's options name.
struct CellFileReader {
    private(set) var included: [IncludedFile] = []
    private(set) var data: [DataFile] = []
    private(set) var problems: [ChapterProblem] = []

    /// - Parameter path: the chapter's, beside which the files stand.
    init(of cell: CellParser, in folder: any ChapterFolder, beside path: String) {
        let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        for name in cell.options.include {
            do throws(FileFault) {
                included.append(IncludedFile(path: parent + name, text: try folder.text(of: name)))
            } catch {
                problems.append(.file(name, error, option: .include, line: cell.optionLine(of: .include)))
            }
        }
        for name in cell.options.depends {
            do throws(FileFault) {
                data.append(DataFile(path: parent + name, fingerprint: try folder.fingerprint(of: name)))
            } catch {
                problems.append(.file(name, error, option: .depends, line: cell.optionLine(of: .depends)))
            }
        }
    }
}
