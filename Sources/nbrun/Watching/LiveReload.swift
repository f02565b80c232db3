import Foundation

/// What a report is given on its way to the browser, so that it reloads when it was woven anew.
enum LiveReload {
    /// The page with a script before its end; the browser keeps the place in the text over a reload.
    static func page(_ html: String, name: String, token: String) -> String {
        guard let end = html.range(of: "</body>", options: .backwards) else { return html }
        return html.replacingCharacters(in: end, with: script(name: name, token: token) + "</body>")
    }

    private static func script(name: String, token: String) -> String {
        """
        <style>.cell.running { outline: 2px solid var(--accent, #36c); outline-offset: 6px; border-radius: 4px; }</style>
        <script>
        (() => {
          const name = decodeURIComponent(location.pathname.split("/").pop());
          const cell = (event) => {
            const space = event.data.lastIndexOf(" ");
            return event.data.slice(0, space) === name ? document.getElementById(event.data.slice(space + 1)) : null;
          };
          const events = new EventSource("/\(token)/events");
          events.addEventListener("woven", (event) => { if (event.data === name) location.reload(); });
          events.addEventListener("started", (event) => cell(event)?.classList.add("running"));
          events.addEventListener("finished", (event) => cell(event)?.classList.remove("running"));
        })();
        </script>

        """
    }
}
