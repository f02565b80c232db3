import Testing

@testable import Sessions

/// Why cells were compiled, from what they were made from in this run and in the last one.
@Suite struct ExplanationTests {
    private func cell(
        _ number: Int, _ text: String, label: String? = nil, parameters: [String: String] = [:], line: Int? = nil,
        included: [String: String] = [:], data: [String: String] = [:], from origin: CompilationOrigin? = .compiler,
        succeeds: Bool = true
    ) -> CellIngredients {
        CellIngredients(
            number: number, label: label ?? "cell-\(number)", text: text, parameters: parameters, line: line,
            included: included, data: data, origin: origin, isInChain: origin != nil && succeeds)
    }

    private func cells(_ texts: String..., from origin: CompilationOrigin? = .compiler) -> [CellIngredients] {
        texts.enumerated().map { cell($0.offset + 1, $0.element, from: origin) }
    }

    private func run(
        _ cells: [CellIngredients], compiler: String = "c", prelude: String = "p", options: String = "o",
        usesCache: Bool = true
    ) -> RunIngredients {
        RunIngredients(
            environment: CompilationEnvironment(compiler: compiler, prelude: prelude, options: options),
            usesCache: usesCache, cells: cells)
    }

    private func texts(_ previous: [CellIngredients], _ current: [CellIngredients]) -> [String] {
        explanation(previous: run(previous), current: run(current)).map(\.description)
    }

    @Test func withoutARecordItIsTheFirstRun() {
        let explanations = explanation(previous: nil, current: run(cells("a", "b")))
        #expect(explanations.map(\.description) == ["compiled  first run", "compiled  first run"])
    }

    @Test func whatIsInTheCacheIsReusedAlsoInAFirstRun() {
        let explanations = explanation(previous: nil, current: run(cells("a", from: .cache)))
        #expect(explanations.map(\.description) == ["reused    from the cache"])
    }

    @Test func whereNothingChangedAllIsReused() {
        #expect(
            texts(cells("a", "b"), [cell(1, "a", from: .session), cell(2, "b", from: .cache)])
                == ["reused    in the session, where it ran before", "reused    from the cache"])
    }

    @Test func anEditedCellIsCompiledForItsTextAndLaterOnesForIt() {
        let edited = [cell(1, "a", from: .cache), cell(2, "B", label: "data"), cell(3, "c")]
        #expect(
            texts(cells("a", "b", "c"), edited)
                == ["reused    from the cache", "compiled  its text changed", "compiled  cell 2 (data) changed"])
    }

    @Test func ofSeveralEarlierCellsTheFirstIsNamed() {
        #expect(
            texts(cells("a", "b", "c"), cells("A", "B", "c"))
                == [
                    "compiled  its text changed", "compiled  its text changed; cell 1 changed",
                    "compiled  cell 1 changed",
                ])
    }

    @Test func aParameterIsNamed() {
        let previous = [cell(1, "a", parameters: ["epochs": "5"]), cell(2, "b")]
        let current = [cell(1, "a", parameters: ["epochs": "6", "rate": "0.1"]), cell(2, "b")]
        #expect(
            texts(previous, current)
                == ["compiled  parameter epochs changed; parameter rate changed", "compiled  cell 1 changed"])
        #expect(texts(current, cells("a", "b"))[0] == "compiled  parameter epochs changed; parameter rate changed")
    }

    @Test func anIncludedFileIsNamed() {
        let current = [cell(1, "a", included: ["helpers.swift": "new"]), cell(2, "b")]
        #expect(
            texts([cell(1, "a", included: ["helpers.swift": "old"]), cell(2, "b")], current)
                == ["compiled  helpers.swift changed", "compiled  cell 1 changed"])
        #expect(texts(cells("a", "b"), current)[0] == "compiled  helpers.swift changed")
    }

    @Test func aFileThatACellReadsIsNamedButNeverTheCauseOfACompilation() {
        let previous = [cell(1, "a", data: ["values.csv": "old"]), cell(2, "b")]
        #expect(
            texts(previous, [cell(1, "a", data: ["values.csv": "new"], from: .cache), cell(2, "b", from: .cache)])
                == ["reused    from the cache, though values.csv changed", "reused    from the cache"])
        #expect(
            texts(previous, [cell(1, "a", data: ["values.csv": "new"]), cell(2, "b")])
                == ["compiled  the cache does not have it", "compiled  the cache does not have it"])
    }

    @Test func anotherCompilerPreludeOrOptionsAreNamed() {
        let current = run(cells("a"))
        let explain = { (previous: RunIngredients) in
            explanation(previous: previous, current: current).map(\.description)
        }
        #expect(explain(run(cells("a"), compiler: "d")) == ["compiled  the compiler changed"])
        #expect(explain(run(cells("a"), prelude: "q")) == ["compiled  the Prelude changed"])
        #expect(explain(run(cells("a"), options: "x")) == ["compiled  the compiler's options changed"])
    }

    @Test func aChangeBackIsFoundInTheCache() {
        let current = [cell(1, "a", from: .cache), cell(2, "b", from: .cache)]
        #expect(
            texts(cells("A", "b"), current)
                == [
                    "reused    from the cache, though its text changed",
                    "reused    from the cache, though cell 1 changed",
                ])
    }

    @Test func aNewCellIsNotTakenForTheOneBehindIt() {
        #expect(
            texts(cells("a", "b"), [cell(1, "a", from: .cache), cell(2, "new"), cell(3, "b")])
                == ["reused    from the cache", "compiled  the cell is new", "compiled  cell 2 is new"])
    }

    @Test func aCellThatIsGoneIsNamedByItsOldNumber() {
        #expect(
            texts(cells("a", "b", "c"), [cell(1, "a", from: .cache), cell(2, "c")])
                == ["reused    from the cache", "compiled  cell 2 was removed"])
    }

    @Test func aMovedCellIsKnownByItsText() {
        let explanations = texts(cells("a", "b", "c"), cells("b", "a", "c"))
        #expect(explanations.contains { $0.hasPrefix("compiled  it was cell ") })
        #expect(explanations[2].contains(/^compiled  cell [12] was moved$/))
    }

    @Test func anEditedCellIsKnownByItsLabelAlsoBesideANewOne() {
        let previous = [cell(1, "a"), cell(2, "b", label: "data"), cell(3, "c")]
        let current = [cell(1, "a", from: .cache), cell(2, "x"), cell(3, "B", label: "data"), cell(4, "c")]
        #expect(
            texts(previous, current)
                == [
                    "reused    from the cache", "compiled  the cell is new",
                    "compiled  its text changed; cell 2 is new", "compiled  cell 2 is new",
                ])
    }

    @Test func aCellThatSpeaksOfItsLineDependsOnIt() {
        #expect(
            texts([cell(1, "#line", line: 4)], [cell(1, "#line", line: 6)])
                == ["compiled  it speaks of its line, which was 4 and is 6"])
    }

    @Test func laterCellsAreNotCompiledOnOneThatFails() {
        let (failing, succeeding) = (cell(1, "a", from: .cache, succeeds: false), cell(1, "a", from: .cache))
        #expect(
            texts([succeeding, cell(2, "b")], [failing, cell(2, "b")])[1]
                == "compiled  cell 1 does not succeed any more")
        #expect(
            texts([failing, cell(2, "b")], [succeeding, cell(2, "b")])[1]
                == "compiled  cell 1 did not succeed in the last run")
        let edited = [cell(1, "A", succeeds: false), cell(2, "b", from: .cache)]
        #expect(texts([failing, cell(2, "b")], edited)[1] == "reused    from the cache")
    }

    @Test func whatTheLastRunDidNotReachWasNotCompiledForAChange() {
        let interrupted = [cell(1, "a"), cell(2, "b", from: nil)]
        #expect(texts(interrupted, cells("a", "b"))[1] == "compiled  the last run did not come to it")
        #expect(texts(cells("a", "b"), interrupted)[1] == "not compiled")
    }

    @Test func anEmptiedCacheAndOneThatIsNotTrustedAreReasons() {
        #expect(texts(cells("a"), cells("a")) == ["compiled  the cache does not have it"])
        let fresh = explanation(previous: run(cells("a")), current: run(cells("b"), usesCache: false))
        #expect(fresh.map(\.description) == ["compiled  --fresh trusts no cache"])
    }
}
