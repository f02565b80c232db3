import Foundation

/// A page in a browser.
public final class BrowserPage {
    private let browser: Browser
    private let session: String

    init(browser: Browser, session: String) {
        self.browser = browser
        self.session = session
    }

    func load(_ file: URL, width: Int, height: Int, allowsScripts: Bool) throws {
        for domain in ["Page", "Runtime", "Log", "Network"] { try call("\(domain).enable") }
        try setSize(width: width, height: height)
        try call("Emulation.setScriptExecutionDisabled", ["value": !allowsScripts])
        try call("Page.navigate", ["url": file.absoluteString])
        _ = try browser.receive { [session] in
            $0["method"] as? String == "Page.loadEventFired" && $0["sessionId"] as? String == session
        }
    }

    /// Gives the page another size, in CSS pixels, and waits until its scripts know.
    public func resize(width: Int, height: Int) throws {
        try setSize(width: width, height: height)
        try waitForFrame()
    }

    /// Says that the reader's system is set to dark or to light.
    public func setDark(_ isDark: Bool) throws {
        let feature = ["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]
        try call("Emulation.setEmulatedMedia", ["features": [feature]])
    }

    /// Runs JavaScript and gives its value, which must be what JSON can hold; a promise is waited for.
    @discardableResult
    public func evaluate(_ script: String) throws -> Any? {
        let answer = try call(
            "Runtime.evaluate", ["expression": script, "returnByValue": true, "awaitPromise": true])
        if let exception = answer["exceptionDetails"] { throw Browser.Failure(description: "\(exception)") }
        return (answer["result"] as? [String: Any])?["value"]
    }

    /// What a reader sees of an element: text that is folded away is not part of it.
    public func visibleText(_ selector: String = "body") throws -> String {
        let text = try evaluate("document.querySelector(\(Self.quoted(selector))).innerText")
        return text as? String ?? ""
    }

    /// What went wrong so far: errors of scripts, messages in the console, requests that failed or left the machine.
    public func problems() -> [String] {
        browser.takeAll { [session] in $0["sessionId"] as? String == session }.compactMap { message in
            let details = message["params"] as? [String: Any] ?? [:]
            switch message["method"] as? String {
            case "Runtime.exceptionThrown", "Network.loadingFailed": return "\(details)"
            case "Runtime.consoleAPICalled", "Log.entryAdded": return "\(details)"
            case "Network.requestWillBeSent":
                let address = (details["request"] as? [String: Any])?["url"] as? String ?? ""
                return address.hasPrefix("file:") || address.hasPrefix("data:") ? nil : "a request for \(address)"
            default: return nil
            }
        }
    }

    private func setSize(width: Int, height: Int) throws {
        try call(
            "Emulation.setDeviceMetricsOverride",
            ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
    }

    /// A page learns of a new size when its next frame is drawn: what was asked before the one after it has been done.
    private func waitForFrame() throws {
        try evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))")
    }

    @discardableResult
    private func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
        try browser.call(method, parameters, session: session)
    }

    static func quoted(_ text: String) -> String {
        let data = try? JSONEncoder().encode(text)
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }
}
