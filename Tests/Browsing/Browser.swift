import Foundation

/// A real browser without a window and without a network, for tests of what a page shows.
///
/// It is spoken to in the DevTools protocol over two pipes: JSON messages, each ended by a zero byte.
public final class Browser {
    /// The browser is not there, or does not do what it is asked to.
    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    private let process = Process()
    private let folder: URL
    private let input: FileHandle
    private let output: FileHandle
    private var pending: [[String: Any]] = []
    private var bytes = Data()
    private var lastIdentifier = 0

    static let programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]

    public init() throws {
        guard let program = Self.programs.first(where: FileManager.default.isExecutableFile) else {
            throw Failure(description: "there is no Chromium to open pages with: apt-get install chromium")
        }
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (to, from) = (folder.appendingPathComponent("to").path, folder.appendingPathComponent("from").path)
        guard mkfifo(to, 0o600) == 0, mkfifo(from, 0o600) == 0 else {
            throw Failure(description: "there is no pipe to the browser")
        }
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments =
            ["-c", "exec \"$0\" \"$@\" 3<'\(to)' 4>'\(from)'", program] + Self.options
            + ["--user-data-dir=\(folder.appendingPathComponent("profile").path)"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        input = FileHandle(forWritingAtPath: to)!
        output = FileHandle(forReadingAtPath: from)!
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    private static let options = [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
        "--remote-debugging-pipe", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        "--force-color-profile=srgb",
    ]

    /// Opens a file and waits until it is loaded.
    public func open(_ file: URL, width: Int = 1280, height: Int = 900, allowsScripts: Bool = true) throws
        -> BrowserPage
    {
        let target = try call("Target.createTarget", ["url": "about:blank"])
        let attached = try call(
            "Target.attachToTarget", ["targetId": target["targetId"] as Any, "flatten": true])
        let page = BrowserPage(browser: self, session: attached["sessionId"] as? String ?? "")
        try page.load(file, width: width, height: height, allowsScripts: allowsScripts)
        return page
    }

    /// Sends a command and waits for its result.
    func call(_ method: String, _ parameters: [String: Any] = [:], session: String? = nil) throws -> [String: Any] {
        lastIdentifier += 1
        let identifier = lastIdentifier
        var message: [String: Any] = ["id": identifier, "method": method, "params": parameters]
        message["sessionId"] = session
        input.write(try JSONSerialization.data(withJSONObject: message) + [0])
        let answer = try receive { $0["id"] as? Int == identifier }
        if let error = answer["error"] as? [String: Any] { throw Failure(description: "\(method): \(error)") }
        return answer["result"] as? [String: Any] ?? [:]
    }

    /// The next message of this kind; others are kept.
    func receive(_ isWanted: ([String: Any]) -> Bool) throws -> [String: Any] {
        if let index = pending.firstIndex(where: isWanted) { return pending.remove(at: index) }
        while true {
            let message = try nextMessage()
            if isWanted(message) { return message }
            pending.append(message)
        }
    }

    /// Takes all messages of this kind that came so far.
    func takeAll(_ isWanted: ([String: Any]) -> Bool) -> [[String: Any]] {
        let taken = pending.filter(isWanted)
        pending.removeAll(where: isWanted)
        return taken
    }

    private func nextMessage() throws -> [String: Any] {
        while true {
            if let end = bytes.firstIndex(of: 0) {
                let message = bytes[bytes.startIndex..<end]
                bytes.removeSubrange(bytes.startIndex...end)
                return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
            }
            var descriptor = pollfd(fd: output.fileDescriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&descriptor, 1, 30_000) > 0 else {
                throw Failure(description: "the browser gave no answer in 30 s")
            }
            let chunk = output.availableData
            guard !chunk.isEmpty else { throw Failure(description: "the browser ended") }
            bytes.append(chunk)
        }
    }
}
