/// Letters, functions, accents and spaces.
extension TeXSymbols {
    /// TeX sets small Greek letters italic and capital ones upright.
    static let letters: [String: (text: String, isUpright: Bool)] = {
        var letters: [String: (text: String, isUpright: Bool)] = [:]
        for (name, text) in italic { letters[name] = (text, false) }
        for (name, text) in upright { letters[name] = (text, true) }
        return letters
    }()

    private static let italic: KeyValuePairs<String, String> = [
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ",
        "eta": "η",
        "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
        "omicron": "ο", "pi": "π", "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ",
        "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "ell": "ℓ", "imath": "ı",
        "jmath": "ȷ", "wp": "℘", "hbar": "ℏ",
    ]

    private static let upright: KeyValuePairs<String, String> = [
        "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ",
        "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "Re": "ℜ", "Im": "ℑ", "aleph": "ℵ",
    ]

    static let functions: [String: (name: String, takesLimits: Bool)] = {
        var functions: [String: (name: String, takesLimits: Bool)] = [:]
        for name in [
            "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "dim", "exp", "hom", "ker",
            "lg",
            "ln", "log", "sec", "sin", "sinh", "tan", "tanh",
        ] { functions[name] = (name, false) }
        for name in ["det", "gcd", "inf", "lim", "max", "min", "Pr", "sup"] { functions[name] = (name, true) }
        functions["argmax"] = ("arg max", true)
        functions["argmin"] = ("arg min", true)
        functions["limsup"] = ("lim sup", true)
        functions["liminf"] = ("lim inf", true)
        return functions
    }()

    static let accents: [String: (mark: String, isBelow: Bool, stretches: Bool)] = [
        "hat": ("^", false, false), "widehat": ("^", false, true), "tilde": ("~", false, false),
        "widetilde": ("~", false, true), "bar": ("¯", false, false), "overline": ("‾", false, true),
        "underline": ("_", true, true), "vec": ("→", false, false), "overrightarrow": ("→", false, true),
        "overleftarrow": ("←", false, true), "dot": ("˙", false, false), "ddot": ("¨", false, false),
        "check": ("ˇ", false, false), "breve": ("˘", false, false), "acute": ("´", false, false),
        "grave": ("`", false, false), "mathring": ("˚", false, false), "overbrace": ("⏞", false, true),
        "underbrace": ("⏟", true, true),
    ]

    /// In em.
    static let spaces: [String: Double] = [
        ",": 0.167, ":": 0.222, ">": 0.222, ";": 0.278, "!": -0.167, " ": 0.25, "quad": 1, "qquad": 2, "enspace": 0.5,
        "thinspace": 0.167, "medspace": 0.222, "thickspace": 0.278, "negthinspace": -0.167,
    ]
}
