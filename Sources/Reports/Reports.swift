import Chapters
import Display
public struct Report { public let html: String
  public init(chapter: Chapter, run: RunRecord, showsTimings: Bool) { html = run.cells.map { $0.outputs.map(\.plainText).joined(separator: "\n") }.joined(separator: "\n----\n") } }
public struct IndexPage { public struct Entry { public init() {} } ; public let html = ""; public init(entries: [Entry]) {} }
