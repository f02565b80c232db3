import Foundation

/// What a report is given on its way to the browser, so that it reloads when it was woven anew.
enum LiveReload {
    /// The page with a script before its end; the browser keeps the place in the text over a reload.
    static func page(_ html: String, name: String, version: Int, token: String) -> String {
        guard let end = html.range(of: "</body>", options: .backwards) else { return html }
        return html.replacingCharacters(in: end, with: script(version: version, token: token) + "</body>")
    }

    /// What is shown while a chapter runs for the first time.
    static func waitingPage(name: String, token: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <link rel="icon" href="data:,">
        <title>nbrun</title>
        <style>body { font: 1.1rem/1.5 Georgia, serif; max-width: 36em; margin: 20vh auto; padding: 0 1rem; }</style>
        </head>
        <body>
        <p>The chapter runs for the first time; its report comes by itself.</p>
        \(script(version: 0, token: token))</body>
        </html>

        """
    }

    private static func script(version: Int, token: String) -> String {
        """
        <style>.cell.running { outline: 2px solid var(--accent, #36c); outline-offset: 6px; border-radius: 4px; }</style>
        <script>
        (() => {
          const name = decodeURIComponent(location.pathname.split("/").pop());
          const news = (event) => {
            const space = event.data.lastIndexOf(" ");
            return decodeURIComponent(event.data.slice(0, space)) === name ? event.data.slice(space + 1) : null;
          };
          const cell = (event) => document.getElementById(news(event));
          const events = new EventSource("/\(token)/events");
          events.addEventListener("woven", (event) => {
            const version = news(event);
            if (version !== null && version !== "\(version)") location.reload();
          });
          events.addEventListener("started", (event) => cell(event)?.classList.add("running"));
          events.addEventListener("finished", (event) => cell(event)?.classList.remove("running"));
        })();
        </script>

        """
    }
}
