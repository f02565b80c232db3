import Testing

@testable import Reports

@Suite struct StandaloneDrawingTests {
    @Test(arguments: [
        (
            "<svg a=\"x>y\"><g/></svg>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" color=\"#1f2328\" a=\"x>y\">\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/><g/></svg>"
        ),
        (
            "<svg xmlns=\"u\" color=\"red\"></svg>",
            "<svg xmlns=\"u\" color=\"red\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/></svg>"
        ),
        ("<svg xmlns=\"u\" color=\"red\"/>", "<svg xmlns=\"u\" color=\"red\"/>"),
        ("no drawing", "no drawing"),
    ])
    func `a drawing gets a ground and a colour for its text, where it has none`(svg: String, expected: String) {
        #expect(StandaloneDrawing(svg).svg == expected)
    }

    @Test func `its size is told in whole numbers only`() {
        let size = StandaloneDrawing("<svg width=\"30\" height=\"20\"></svg>").size
        #expect(size?.width == 30 && size?.height == 20)
        #expect(StandaloneDrawing("<svg width=\"100%\" height=\"20\"></svg>").size == nil)
    }
}
