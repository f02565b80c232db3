import Fuzzing
import JSONCoding
import Testing

@Suite("11. Fuzzing: JSON")
struct JSONFuzzing {
    @Test func `what is read is written and read again, and an error has its place`() {
        let seeds = [
            #"{"a": [1, -0.5e3, "x\u00e9\n", null, true], "b": {"c": {}}}"#,
            #"["😀", "\ud83d\ude00", 9007199254740993]"#,
        ]
        let words = ["{", "}", "[", "]", "\"", ":", ",", "\\", "\\u", "\\ud800", "1e999", "-", "0", ".", "e+", "null"]
        let fuzzing = Fuzzing("JSON", inputs: 1000, Mutator(corpus: seeds.map { Array($0.utf8) }, words: words))
        let findings = fuzzing.findings { input in
            do throws(JSONError) {
                let value = try JSONReader.read(input)
                let again = try JSONReader.read(Array(value.text.utf8))
                let indented = try JSONReader.read(Array(value.indentedText.utf8))
                let isKept = again == value && indented.indentedText == value.indentedText
                return isKept ? nil : "it does not come back"
            } catch {
                return (0...input.count).contains(error.offset) ? nil : "it is told of byte \(error.offset)"
            }
        }
        #expect(findings == [])
    }
}
