import Testing

@testable import JSONCoding

@Suite struct JSONTests {
    private func read(_ text: String) throws(JSONError) -> JSON { try JSONReader.read(Array(text.utf8)) }

    private func message(reading text: String) -> String? {
        do { return "\(try read(text))" } catch { return error.description }
    }

    @Test func `every kind of value is read`() throws {
        let text = #" { "a" : [ 1 , -2.5e-3 , true , false , null , { } , [ ] ] , "b" : "x" } "#
        let expected: JSON = [
            "a": [1, .number(-0.0025), true, false, .null, .object([]), []], "b": "x",
        ]
        #expect(try read(text) == expected)
    }

    @Test func `whole numbers stay exact, others are the nearest double`() throws {
        #expect(try read("9223372036854775807") == .integer(.max))
        #expect(try read("9223372036854775808") == .number(0x1p63))
        #expect(try read("-0") == .number(-0.0))
        #expect(try read("1E+2") == .number(100))
    }

    @Test func `strings are unescaped`() throws {
        #expect(try read(#""\"\\\/\b\f\n\r\té😀größe""#) == .string("\"\\/\u{8}\u{c}\n\r\té😀größe"))
        #expect(try read(#""\u00e9\uD83D\uDE00""#) == .string("é😀"))
    }

    @Test(arguments: [
        ("", "at byte 0, it breaks off"),
        ("{\"a\": 1", "at byte 7, it breaks off"),
        ("[1, 2", "at byte 5, it breaks off"),
        ("[1 2]", "at byte 3, expected \",\" or \"]\", but found \"2\""),
        ("[1,]", "at byte 3, expected a value, but found \"]\""),
        ("{\"a\": 1,}", "at byte 8, expected a string, but found \"}\""),
        ("{1: 2}", "at byte 1, expected a string, but found \"1\""),
        ("{\"a\" 1}", "at byte 5, expected \":\", but found \"1\""),
        ("01", "at byte 1, it goes on where it should end"),
        ("+1", "at byte 0, expected a value, but found \"+\""),
        ("1.", "at byte 2, it breaks off"),
        ("1.e", "at byte 2, expected a digit, but found \"e\""),
        ("-x", "at byte 1, expected a digit, but found \"x\""),
        ("1e400", "at byte 0, the number 1e400 is too large"),
        ("nul", "at byte 3, it breaks off"),
        ("True", "at byte 0, expected a value, but found \"T\""),
        ("NaN", "at byte 0, expected a value, but found \"N\""),
        ("\"a\nb\"", "at byte 2, a string holds the control character the byte 10"),
        (#""\x""#, "at byte 2, a string holds an unknown escape"),
        (#""\u12g4""#, "at byte 5, expected a hexadecimal digit, but found \"g\""),
        (#""\ud800""#, "at byte 3, a string holds half of a surrogate pair"),
        (#""\ud800A""#, "at byte 3, a string holds half of a surrogate pair"),
        (#""\udc00""#, "at byte 3, a string holds half of a surrogate pair"),
        (#"{"a": 1, "a": 2}"#, "at byte 9, the key \"a\" is there for the second time"),
        ("1 /* one */", "at byte 2, it goes on where it should end"),
    ])
    func `what is not JSON is refused where it stops being so`(text: String, expected: String) {
        #expect(message(reading: text) == expected)
    }

    @Test func `broken UTF-8 is refused`() {
        let overlong: [UInt8] = [0x22, 0xc0, 0xaf, 0x22]
        #expect(throws: JSONError(offset: 0, problem: .brokenUTF8)) { try JSONReader.read(overlong) }
        #expect(throws: JSONError(offset: 0, problem: .unexpected(0xff, expected: "a value"))) {
            try JSONReader.read([0xff])
        }
    }

    @Test func `nesting ends at 64 levels`() throws {
        let nested = { (depth: Int) in
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try read(nested(64))
        #expect(message(reading: nested(65)) == "at byte 64, it is nested deeper than 64 levels")
        #expect(message(reading: String(repeating: "[", count: 1_000_000))?.hasPrefix("at byte 64") == true)
    }

    @Test func `what is written is read as the same`() throws {
        let value: JSON = [
            "text": "a \"quoted\" \\ line\n\u{1}é😀", "numbers": [0, -1, .integer(.min), 0.1, 1e-7, 1e300],
            "words": [true, false, .null], "empty": .object([]),
        ]
        #expect(try read(value.text) == value)
        #expect(JSON.object([.init(key: "a", value: [1, 0.5])]).text == #"{"a": [1, 0.5]}"#)
        #expect(JSON.string("\u{1f}").text == #""\u001f""#)
    }

    @Test func `indented text is what Jupyter writes: a blank a level, keys in order, letters as they are`() {
        let value: JSON = ["b": [1, "é\n", .array([])], "a": ["z": .object([]), "Z": .null], "": "\u{7f}"]
        let expected = """
            {
             "": "\u{7f}",
             "a": {
              "Z": null,
              "z": {}
             },
             "b": [
              1,
              "é\\n",
              []
             ]
            }
            """
        #expect(value.indentedText == expected)
    }
}
