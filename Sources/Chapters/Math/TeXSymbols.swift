/// What characters and commands stand for.
enum TeXSymbols {
    /// Characters that are not letters or digits. Plain delimiters keep their size; `\left` makes them grow.
    static let characters: [Character: MathSymbol] = [
        "-": MathSymbol(text: "−"), "*": MathSymbol(text: "∗"), "/": MathSymbol(text: "/", space: 0.0),
        "|": MathSymbol(text: "|", space: 0.0), ":": MathSymbol(text: ":", space: 0.278),
        "~": MathSymbol(text: "\u{A0}"),
        ",": MathSymbol(text: ","), ".": MathSymbol(text: ".", space: 0.0), "!": MathSymbol(text: "!", space: 0.0),
    ]

    static let commands: [String: MathSymbol] = {
        var symbols: [String: MathSymbol] = [:]
        for (name, text) in plain { symbols[name] = MathSymbol(text: text) }
        for (name, text) in ordinary { symbols[name] = MathSymbol(text: text, space: 0.0) }
        for (name, text) in large { symbols[name] = MathSymbol(text: text, stretches: true, takesLimits: true) }
        for (name, text) in integrals { symbols[name] = MathSymbol(text: text, stretches: true) }
        symbols["mid"] = MathSymbol(text: "∣", space: 0.278)
        symbols["colon"] = MathSymbol(text: ":", space: 0.1)
        return symbols
    }()

    /// Operators, relations and arrows, whose space every renderer knows.
    private static let plain: KeyValuePairs<String, String> = [
        "cdot": "⋅", "times": "×", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗", "star": "⋆", "circ": "∘",
        "bullet": "∙",
        "odot": "⊙", "oplus": "⊕", "ominus": "⊖", "otimes": "⊗", "oslash": "⊘", "cap": "∩", "cup": "∪", "setminus": "∖",
        "wedge": "∧", "land": "∧", "vee": "∨", "lor": "∨", "sqcap": "⊓", "sqcup": "⊔", "dagger": "†", "amalg": "⨿",
        "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ll": "≪", "gg": "≫", "ne": "≠", "neq": "≠", "lt": "<", "gt": ">",
        "leqslant": "⩽", "geqslant": "⩾", "lesssim": "≲", "gtrsim": "≳", "prec": "≺", "succ": "≻", "preceq": "⪯",
        "succeq": "⪰", "approx": "≈", "sim": "∼", "simeq": "≃", "cong": "≅", "equiv": "≡", "propto": "∝", "doteq": "≐",
        "coloneqq": "≔", "triangleq": "≜", "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂", "subseteq": "⊆",
        "supset": "⊃", "supseteq": "⊇", "perp": "⊥", "parallel": "∥", "vdash": "⊢", "models": "⊨", "to": "→",
        "rightarrow": "→", "leftarrow": "←", "gets": "←", "leftrightarrow": "↔", "Rightarrow": "⇒", "Leftarrow": "⇐",
        "Leftrightarrow": "⇔", "implies": "⟹", "iff": "⟺", "longrightarrow": "⟶", "longleftarrow": "⟵", "mapsto": "↦",
        "longmapsto": "⟼", "uparrow": "↑", "downarrow": "↓", "updownarrow": "↕", "nearrow": "↗", "searrow": "↘",
        "hookrightarrow": "↪", "rightharpoonup": "⇀", "rightleftharpoons": "⇌", "leadsto": "⇝", "bmod": "mod",
    ]

    /// Marks that stand without space around them.
    private static let ordinary: KeyValuePairs<String, String> = [
        "infty": "∞", "partial": "∂", "nabla": "∇", "forall": "∀", "exists": "∃", "nexists": "∄", "neg": "¬",
        "lnot": "¬",
        "emptyset": "∅", "varnothing": "∅", "top": "⊤", "bot": "⊥", "angle": "∠", "triangle": "△", "square": "□",
        "prime": "′", "ldots": "…", "dots": "…", "dotsc": "…", "cdots": "⋯", "dotsb": "⋯", "vdots": "⋮", "ddots": "⋱",
        "{": "{", "}": "}", "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]", "langle": "⟨", "rangle": "⟩",
        "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "vert": "|", "lvert": "|", "rvert": "|", "|": "‖",
        "Vert": "‖", "lVert": "‖", "rVert": "‖", "backslash": "\\", "%": "%", "$": "$", "#": "#", "&": "&", "_": "_",
        "degree": "°", "checkmark": "✓", "blacksquare": "■", "qed": "□", "S": "§",
    ]

    private static let large: KeyValuePairs<String, String> = [
        "sum": "∑", "prod": "∏", "coprod": "∐", "bigcup": "⋃", "bigcap": "⋂", "bigvee": "⋁", "bigwedge": "⋀",
        "bigoplus": "⨁", "bigotimes": "⨂", "bigodot": "⨀", "biguplus": "⨄", "bigsqcup": "⨆",
    ]

    private static let integrals: KeyValuePairs<String, String> = [
        "int": "∫", "iint": "∬", "iiint": "∭", "oint": "∮",
    ]

    static let negations = [
        "=": "≠", "∈": "∉", "<": "≮", ">": "≯", "≡": "≢", "∼": "≁", "⊂": "⊄", "⊆": "⊈", "∃": "∄", "∣": "∤",
    ]

    /// What may follow `\left`, `\right`, `\big`.
    static let delimiters = [
        "{": "{", "}": "}", "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]", "langle": "⟨", "rangle": "⟩",
        "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "vert": "|", "lvert": "|", "rvert": "|", "|": "‖",
        "Vert": "‖", "lVert": "‖", "rVert": "‖", "backslash": "\\", "uparrow": "↑", "downarrow": "↓",
    ]

    /// Heights in em.
    static let sizes: [String: Double] = {
        var sizes: [String: Double] = [:]
        for (name, size) in ["big": 1.2, "Big": 1.8, "bigg": 2.4, "Bigg": 3.0] {
            for side in ["", "l", "r", "m"] { sizes[name + side] = size }
        }
        return sizes
    }()
}
