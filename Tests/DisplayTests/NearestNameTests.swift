import Display
import Testing

@Suite struct NearestNameTests {
    @Test(arguments: [("eco", "echo"), ("lable", "label"), ("ECHO", "echo"), ("codefold", "code-fold")])
    func aSlipOfTheFingersIsRecognised(typed: String, meant: String) {
        #expect(nearestName(to: typed, among: ["label", "echo", "eval", "code-fold"]) == meant)
    }

    @Test func whatIsFarFromEverythingIsNoSlip() {
        #expect(nearestName(to: "banana", among: ["label", "echo"]) == nil)
        #expect(nearestName(to: "x", among: []) == nil)
    }
}
