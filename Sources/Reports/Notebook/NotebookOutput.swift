import Chapters
import Display
internal import JSONCoding

/// One output of a code cell, as nbformat knows it.
enum NotebookOutput {
    /// What a media type holds.
    enum Content {
        /// Written line by line.
        case text(String)
        case base64(String)
    }

    case stream(StandardStream, String)
    case display([String: Content], metadata: [String: JSON] = [:])
    case error(message: String, traceback: [String])

    var json: JSON {
        switch self {
        case .stream(let stream, let text):
            [
                "name": stream == .error ? "stderr" : "stdout", "output_type": "stream", "text": JSON(linesOf: text),
            ]
        case .display(let bundle, let metadata):
            [
                "data": JSON(bundle.mapValues(\.json)), "metadata": JSON(metadata), "output_type": "display_data",
            ]
        case .error(let message, let traceback):
            [
                "ename": "Error", "evalue": .string(message), "output_type": "error",
                "traceback": .array(traceback.map(JSON.string)),
            ]
        }
    }

    /// The same with the pieces of one stream that follow each other put together.
    static func merged(_ outputs: [NotebookOutput]) -> [NotebookOutput] {
        outputs.reduce(into: []) { merged, output in
            if case .stream(let stream, let text) = output, case .stream(stream, let before)? = merged.last {
                merged[merged.count - 1] = .stream(stream, before + text)
            } else {
                merged.append(output)
            }
        }
    }
}

extension NotebookOutput.Content {
    fileprivate var json: JSON {
        switch self {
        case .text(let text): JSON(linesOf: text)
        case .base64(let text): .string(text)
        }
    }
}
