internal import JSONCoding

// The relatives of Conv2D.

extension DepthwiseConv2D: StorableLayer {
    var arguments: JSON {
        [
            "kernelSize": window.size.json, "strides": window.strides.json, "padding": window.padding.json,
            "depthMultiplier": .integer(depthMultiplier), "dilationRate": window.dilation.json,
            "activation": activation.json, "useBias": .bool(usesBias),
            "depthwiseInitializer": depthwiseInitializer.json, "biasInitializer": biasInitializer.json,
            "depthwiseRegularizer": depthwiseRegularizer?.json ?? .null,
            "biasRegularizer": biasRegularizer?.json ?? .null,
        ]
    }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        self.init(
            kernelSize: try stored.pair("kernelSize"), strides: try stored.pair("strides"),
            padding: try stored.padding("padding"), depthMultiplier: try stored.count("depthMultiplier", upTo: 1 << 10),
            dilationRate: try stored.pair("dilationRate"), activation: try stored.activation("activation"),
            useBias: try stored.bool("useBias"), depthwiseInitializer: try stored.initializer("depthwiseInitializer"),
            biasInitializer: try stored.initializer("biasInitializer"),
            depthwiseRegularizer: try stored.regularizer("depthwiseRegularizer"),
            biasRegularizer: try stored.regularizer("biasRegularizer"))
    }
}

extension SeparableConv2D: StorableLayer {
    var arguments: JSON {
        [
            "filters": .integer(filters), "kernelSize": window.size.json, "strides": window.strides.json,
            "padding": window.padding.json, "dilationRate": window.dilation.json,
            "depthMultiplier": .integer(depthMultiplier), "activation": activation.json, "useBias": .bool(usesBias),
            "depthwiseInitializer": depthwiseInitializer.json, "pointwiseInitializer": pointwiseInitializer.json,
            "biasInitializer": biasInitializer.json, "depthwiseRegularizer": depthwiseRegularizer?.json ?? .null,
            "pointwiseRegularizer": pointwiseRegularizer?.json ?? .null,
            "biasRegularizer": biasRegularizer?.json ?? .null,
        ]
    }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        self.init(
            filters: try stored.count("filters"), kernelSize: try stored.pair("kernelSize"),
            strides: try stored.pair("strides"), padding: try stored.padding("padding"),
            dilationRate: try stored.pair("dilationRate"),
            depthMultiplier: try stored.count("depthMultiplier", upTo: 1 << 10),
            activation: try stored.activation("activation"), useBias: try stored.bool("useBias"),
            depthwiseInitializer: try stored.initializer("depthwiseInitializer"),
            pointwiseInitializer: try stored.initializer("pointwiseInitializer"),
            biasInitializer: try stored.initializer("biasInitializer"),
            depthwiseRegularizer: try stored.regularizer("depthwiseRegularizer"),
            pointwiseRegularizer: try stored.regularizer("pointwiseRegularizer"),
            biasRegularizer: try stored.regularizer("biasRegularizer"))
    }
}

extension Conv2DTranspose: StorableLayer {
    var arguments: JSON {
        [
            "filters": .integer(filters), "kernelSize": geometry.window.size.json,
            "strides": geometry.window.strides.json, "padding": geometry.window.padding.json,
            "outputPadding": geometry.outputPadding?.json ?? .null, "dilationRate": geometry.window.dilation.json,
            "activation": activation.json, "useBias": .bool(usesBias), "kernelInitializer": kernelInitializer.json,
            "biasInitializer": biasInitializer.json, "kernelRegularizer": kernelRegularizer?.json ?? .null,
            "biasRegularizer": biasRegularizer?.json ?? .null,
        ]
    }

    init(_ stored: StoredArguments) throws(ModelFileError) {
        let window = WindowGeometry(
            kernelSize: try stored.pair("kernelSize"), strides: try stored.pair("strides"),
            dilationRate: try stored.pair("dilationRate"), padding: try stored.padding("padding"), layer: stored.owner)
        let outputPadding = try stored.optionalPair("outputPadding", from: 0)
        if let problem = TransposedGeometry.problem(
            of: window, outputPadding: outputPadding.map { Pair($0, argument: "outputPadding", atLeast: 0) })
        {
            throw .impossibleLayer(path: stored.path, layer: stored.owner, problem: problem)
        }
        self.init(
            filters: try stored.count("filters"), kernelSize: try stored.pair("kernelSize"),
            strides: try stored.pair("strides"), padding: window.padding, outputPadding: outputPadding,
            dilationRate: try stored.pair("dilationRate"),
            activation: try stored.activation("activation"), useBias: try stored.bool("useBias"),
            kernelInitializer: try stored.initializer("kernelInitializer"),
            biasInitializer: try stored.initializer("biasInitializer"),
            kernelRegularizer: try stored.regularizer("kernelRegularizer"),
            biasRegularizer: try stored.regularizer("biasRegularizer"))
    }
}
