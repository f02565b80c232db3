import Display
import Synchronization
import Tensors

/// The functions of matplotlib's `pyplot`, for those who bring code along; the figures are the same.
///
///     plt.figure(figsize: (12, 4))
///     plt.subplot(1, 2, 1)
///     plt.plot(history["loss"], "b-", label: "loss")
///     plt.xlabel("Epoch")
///     plt.legend()
///     plt.show()
public let plt = Pyplot()

/// A figure that is built up call by call, until it is shown: by `show()`, or else at the end of its cell.
public final class Pyplot: Sendable {
    private let state = Mutex(PyplotState())

    init() {
        CellEndActions.add { [weak self] in self?.showOpen() }
    }

    /// The figure as it is so far. Whoever takes it shows it: at the cell's end it is not shown once more.
    public var current: Figure {
        state.withLock { state in
            state.isTaken = true
            return state.figure
        }
    }

    /// The figure without taking it.
    var soFar: Figure { state.withLock { $0.figure } }

    /// Begins a new figure, its size in inches.
    public func figure(figsize: (Double, Double)? = nil) {
        state.withLock { $0 = PyplotState(size: figsize) }
    }

    /// Goes on in the axes with this number, counted from 1 row by row, of so many rows and columns.
    public func subplot(_ rows: Int, _ columns: Int, _ number: Int) {
        state.withLock { $0.select(rows, columns, number) }
    }

    /// Shows the figure and begins a new one.
    public func show() {
        let figure = state.withLock { state in
            defer { state = PyplotState() }
            return state.figure
        }
        display(figure)
    }

    /// Shows the figure where something was drawn that nobody has shown yet; the next call begins a new one.
    private func showOpen() {
        let open = state.withLock { state in
            defer { state = PyplotState() }
            return state.isOpen ? state.figure : nil
        }
        if let open { display(open) }
    }

    /// Gives up the figure and begins a new one.
    public func close(_ which: String? = nil) {
        state.withLock { $0 = PyplotState() }
    }

    /// Writes the figure into a file; its ending says whether as SVG, PNG or PDF.
    public func savefig(_ path: String, dpi: Double = 144) throws(FigureFileError) {
        try soFar.save(path, pixelsPerInch: dpi)
    }

    func add(_ mark: some Mark) {
        change { $0.marks.append(mark) }
    }

    func change(_ change: @Sendable (inout Axes) -> Void) {
        state.withLock { state in
            state.isTaken = false
            change(&state.axes[state.index, default: Axes(marks: [])])
        }
    }

    /// Puts words above the whole figure.
    public func suptitle(_ text: String) {
        state.withLock { $0.title = text }
    }
}

/// What has been said about a figure so far.
struct PyplotState: Sendable {
    var size: (Double, Double)?
    var title: String?
    var rows = 1
    var columns = 1
    /// The axes that the next call is about, counted from 0.
    var index = 0
    var axes: [Int: Axes] = [:]
    /// Whether somebody has the figure as it is now.
    var isTaken = false

    /// Whether there is something to be seen that nobody has shown.
    var isOpen: Bool { !axes.isEmpty && !isTaken }

    init(size: (Double, Double)? = nil) {
        self.size = size
    }

    mutating func select(_ rows: Int, _ columns: Int, _ number: Int) {
        demand(
            rows > 0 && columns > 0 && (1...rows * columns).contains(number),
            "plt.subplot: expected rows, columns and a number in 1...rows × columns, but got (\(rows), \(columns), \(number))"
        )
        if (rows, columns) != (self.rows, self.columns) { axes = [:] }
        (self.rows, self.columns, index) = (rows, columns, number - 1)
    }

    var figure: Figure {
        let last = axes.keys.max() ?? 0
        let panels = (0...last).map { axes[$0] ?? Axes(marks: []).withoutScales() }
        return Figure(panels, rows: rows, columns: columns, size: size, title: title)
    }
}
