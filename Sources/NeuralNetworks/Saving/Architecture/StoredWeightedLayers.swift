internal import JSONCoding

extension Conv2D: StorableLayer {
    var arguments: JSON {
        [
            "filters": .integer(filters), "kernelSize": window.size.json, "strides": window.strides.json,
            "padding": window.padding.json, "dilationRate": window.dilation.json, "activation": activation.json,
            "useBias": .bool(usesBias), "kernelInitializer": kernelInitializer.json,
            "biasInitializer": biasInitializer.json,
            "kernelRegularizer": kernelRegularizer?.json ?? .null, "biasRegularizer": biasRegularizer?.json ?? .null,
        ]
    }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        self.init(
            filters: try stored.count("filters"), kernelSize: try stored.pair("kernelSize"),
            strides: try stored.pair("strides"), padding: try stored.padding("padding"),
            dilationRate: try stored.pair("dilationRate"), activation: try stored.activation("activation"),
            useBias: try stored.bool("useBias"), kernelInitializer: try stored.initializer("kernelInitializer"),
            biasInitializer: try stored.initializer("biasInitializer"),
            kernelRegularizer: try stored.regularizer("kernelRegularizer"),
            biasRegularizer: try stored.regularizer("biasRegularizer"))
    }
}

extension Dense: StorableLayer {
    var arguments: JSON {
        [
            "units": .integer(units), "activation": activation.json, "useBias": .bool(usesBias),
            "kernelInitializer": kernelInitializer.json, "biasInitializer": biasInitializer.json,
            "kernelRegularizer": kernelRegularizer?.json ?? .null, "biasRegularizer": biasRegularizer?.json ?? .null,
        ]
    }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        self.init(
            units: try stored.count("units"), activation: try stored.activation("activation"),
            useBias: try stored.bool("useBias"), kernelInitializer: try stored.initializer("kernelInitializer"),
            biasInitializer: try stored.initializer("biasInitializer"),
            kernelRegularizer: try stored.regularizer("kernelRegularizer"),
            biasRegularizer: try stored.regularizer("biasRegularizer"))
    }
}

extension BatchNormalization: StorableLayer {
    var arguments: JSON {
        [
            "momentum": .number(momentum), "epsilon": .number(epsilon), "center": .bool(centers),
            "scale": .bool(scales),
        ]
    }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        let (momentum, epsilon) = (try stored.number("momentum"), try stored.positive("epsilon"))
        guard (0...1).contains(momentum) else { throw stored.invalid("momentum", "a number from 0 to 1") }
        self.init(
            momentum: momentum, epsilon: epsilon, center: try stored.bool("center"), scale: try stored.bool("scale"))
    }
}

extension LayerNormalization: StorableLayer {
    var arguments: JSON {
        [
            "axis": .array(axis.numbers.map(JSON.integer)), "epsilon": .number(epsilon), "center": .bool(centers),
            "scale": .bool(scales), "betaInitializer": betaInitializer.json,
            "gammaInitializer": gammaInitializer.json, "betaRegularizer": betaRegularizer?.json ?? .null,
            "gammaRegularizer": gammaRegularizer?.json ?? .null,
        ]
    }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        self.init(
            axis: NormalizedAxes(try stored.integers("axis")), epsilon: try stored.positive("epsilon"),
            center: try stored.bool("center"),
            scale: try stored.bool("scale"), betaInitializer: try stored.initializer("betaInitializer"),
            gammaInitializer: try stored.initializer("gammaInitializer"),
            betaRegularizer: try stored.regularizer("betaRegularizer"),
            gammaRegularizer: try stored.regularizer("gammaRegularizer"))
    }
}
