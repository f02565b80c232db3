import Testing

@testable import Sessions

@Suite struct HiddenModulesTests {
    @Test(arguments: ["CKernels", "COneDNN", "CZlib", "CPNG", "CXXHash", "JSONCoding", "OutputFiles"])
    func `a module that the Prelude is made of is not to be had`(module: String) throws {
        let run = try RunningChapter(cells: ["let x = 1\nimport \(module)"])
        #expect(run.complaint(ofCell: 1).message == "no such module '\(module)'")
        #expect(run.complaint(ofCell: 1).location?.line == 3)
    }

    @Test(arguments: ["import struct OutputFiles.OutputFile", "@testable import JSONCoding", "private import CKernels"])
    func `nor in another way`(text: String) throws {
        #expect(try RunningChapter(cells: [text]).complaint(ofCell: 1).message.hasPrefix("no such module"))
    }

    @Test func `a question whether it can be imported is answered so`() throws {
        let run = try RunningChapter(cells: [
            """
            var found: [String] = []
            #if canImport(CKernels) || (canImport( COneDNN ) && os(Linux))
            found.append("C")
            #elseif canImport(OutputFiles)
            found.append("ours")
            #elseif !canImport(CZlib) && canImport(Foundation) && canImport(Tensors)
            found.append("others")
            #endif
            found
            """
        ])
        #expect(run.texts == ["[\"others\"]"])
    }

    @Test func `what is public can be imported, and nothing else of it`() throws {
        let run = try RunningChapter(cells: ["import Tensors\nTensor([1, 2]).sum()"])
        #expect(run.statuses == [.succeeded])
        #expect(
            try RunningChapter(cells: ["@testable import Plots"]).complaint(ofCell: 1).message
                == "'Plots' cannot be imported with '@testable': its public declarations are here without an import")
    }
}
