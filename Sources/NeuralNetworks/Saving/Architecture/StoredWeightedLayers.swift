extension Conv2D: StorableLayer {
    var arguments: JSON {
        [
            "filters": .integer(filters), "kernelSize": window.size.json, "strides": window.strides.json,
            "padding": window.padding.json, "dilationRate": window.dilation.json, "activation": activation.json,
            "useBias": .bool(usesBias), "kernelInitializer": kernelInitializer.json,
            "biasInitializer": biasInitializer.json,
        ]
    }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        self.init(
            filters: try stored.integer("filters"), kernelSize: try stored.pair("kernelSize"),
            strides: try stored.pair("strides"), padding: try stored.padding("padding"),
            dilationRate: try stored.pair("dilationRate"), activation: try stored.activation("activation"),
            useBias: try stored.bool("useBias"), kernelInitializer: try stored.initializer("kernelInitializer"),
            biasInitializer: try stored.initializer("biasInitializer"))
    }
}

extension Dense: StorableLayer {
    var arguments: JSON {
        [
            "units": .integer(units), "activation": activation.json, "useBias": .bool(usesBias),
            "kernelInitializer": kernelInitializer.json, "biasInitializer": biasInitializer.json,
        ]
    }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        self.init(
            units: try stored.integer("units"), activation: try stored.activation("activation"),
            useBias: try stored.bool("useBias"), kernelInitializer: try stored.initializer("kernelInitializer"),
            biasInitializer: try stored.initializer("biasInitializer"))
    }
}
