extension Event {
    /// The event as the bytes of one frame.
    public var encoded: [UInt8] {
        var writer = ByteWriter()
        writer.write(self)
        return writer.bytes
    }

    /// The event that a frame holds, or nil where the bytes are no event.
    public init?(decoding bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard let event = try? reader.read(Event.self), reader.isAtEnd else { return nil }
        self = event
    }
}

extension Output {
    /// The output as bytes, for keeping.
    public var encoded: [UInt8] {
        var writer = ByteWriter()
        writer.write(self)
        return writer.bytes
    }

    /// The output that the bytes hold, or nil where they hold none.
    public init?(decoding bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard let output = try? reader.read(Output.self), reader.isAtEnd else { return nil }
        self = output
    }
}

extension Event: ByteCodable {
    func encode(to writer: inout ByteWriter) {
        switch self {
        case .display(let identifier, let output):
            writer.write(0 as UInt8)
            writer.write(identifier)
            writer.write(output)
        case .update(let identifier, let output):
            writer.write(1 as UInt8)
            writer.write(identifier)
            writer.write(output)
        case .progress(let progress):
            writer.write(2 as UInt8)
            writer.write(progress)
        case .stop(.misuse(let message)):
            writer.write(3 as UInt8)
            writer.write(message)
        case .stop(.thrown(let type, let description)):
            writer.write(4 as UInt8)
            writer.write(type)
            writer.write(description)
        case .restored(let restoration):
            writer.write(5 as UInt8)
            writer.write(restoration)
        case .warning(let message):
            writer.write(6 as UInt8)
            writer.write(message)
        }
    }

    init(from reader: inout ByteReader) throws(ByteReader.Corruption) {
        switch try reader.readByte() {
        case 0: self = .display(identifier: try reader.read(), try reader.read())
        case 1: self = .update(identifier: try reader.read(), try reader.read())
        case 2: self = .progress(try reader.read())
        case 3: self = .stop(.misuse(try reader.read()))
        case 4: self = .stop(.thrown(type: try reader.read(), description: try reader.read()))
        case 5: self = .restored(try reader.read())
        case 6: self = .warning(try reader.read())
        default: throw reader.corruption
        }
    }
}

extension Output: ByteCodable {
    func encode(to writer: inout ByteWriter) {
        switch self {
        case .stream(let stream, let text):
            writer.write(0 as UInt8)
            writer.write(stream.rawValue)
            writer.write(text)
        case .text(let text):
            writer.write(1 as UInt8)
            writer.write(text)
        case .html(let markup):
            writer.write(2 as UInt8)
            writer.write(markup)
        case .figure(let figure):
            writer.write(3 as UInt8)
            writer.write(figure)
        case .table(let table):
            writer.write(4 as UInt8)
            writer.write(table)
        case .modelSummary(let summary):
            writer.write(5 as UInt8)
            writer.write(summary)
        case .training(let log):
            writer.write(6 as UInt8)
            writer.write(log)
        case .metrics(let metrics):
            writer.write(7 as UInt8)
            writer.write(metrics)
        }
    }

    init(from reader: inout ByteReader) throws(ByteReader.Corruption) {
        switch try reader.readByte() {
        case 0:
            guard let stream = StandardStream(rawValue: try reader.readByte()) else { throw reader.corruption }
            self = .stream(stream, try reader.read())
        case 1: self = .text(try reader.read())
        case 2: self = .html(try reader.read())
        case 3: self = .figure(try reader.read())
        case 4: self = .table(try reader.read())
        case 5: self = .modelSummary(try reader.read())
        case 6: self = .training(try reader.read())
        case 7: self = .metrics(try reader.read())
        default: throw reader.corruption
        }
    }
}

extension FigureOutput: ByteCodable {
    func encode(to writer: inout ByteWriter) {
        writer.write(svg)
        writer.write(alternativeText)
        writer.write(title)
        writer.write(data)
    }

    init(from reader: inout ByteReader) throws(ByteReader.Corruption) {
        self.init(
            svg: try reader.read(), alternativeText: try reader.read(), title: try reader.read(),
            data: try reader.read())
    }
}

extension TableOutput: ByteCodable {
    func encode(to writer: inout ByteWriter) {
        writer.write(columns)
        writer.write(rows)
    }

    init(from reader: inout ByteReader) throws(ByteReader.Corruption) {
        let columns = try reader.read([Column].self)
        let rows = try reader.read([[String]].self)
        guard rows.allSatisfy({ $0.count == columns.count }) else { throw reader.corruption }
        self.init(columns: columns, rows: rows)
    }
}

extension TableOutput.Column: ByteCodable {
    func encode(to writer: inout ByteWriter) {
        writer.write(name)
        writer.write(isNumeric)
    }

    init(from reader: inout ByteReader) throws(ByteReader.Corruption) {
        self.init(name: try reader.read(), isNumeric: try reader.read())
    }
}

extension ModelSummary: ByteCodable {
    func encode(to writer: inout ByteWriter) {
        writer.write(modelName)
        writer.write(rows)
        writer.write(trainableCount)
        writer.write(nonTrainableCount)
    }

    init(from reader: inout ByteReader) throws(ByteReader.Corruption) {
        self.init(
            modelName: try reader.read(), rows: try reader.read(), trainableCount: try reader.read(),
            nonTrainableCount: try reader.read())
    }
}

extension ModelSummary.Row: ByteCodable {
    func encode(to writer: inout ByteWriter) {
        writer.write(name)
        writer.write(kind)
        writer.write(outputShape)
        writer.write(parameterCount)
        writer.write(connections)
    }

    init(from reader: inout ByteReader) throws(ByteReader.Corruption) {
        self.init(
            name: try reader.read(), kind: try reader.read(), outputShape: try reader.read(),
            parameterCount: try reader.read(), connections: try reader.read())
    }
}

extension TrainingLog: ByteCodable {
    func encode(to writer: inout ByteWriter) {
        writer.write(modelName)
        writer.write(plannedEpochs)
        writer.write(stepsPerEpoch)
        writer.write(epochs)
    }

    init(from reader: inout ByteReader) throws(ByteReader.Corruption) {
        self.init(
            modelName: try reader.read(), plannedEpochs: try reader.read(), stepsPerEpoch: try reader.read(),
            epochs: try reader.read())
    }
}

extension TrainingLog.Epoch: ByteCodable {
    func encode(to writer: inout ByteWriter) {
        writer.write(number)
        writer.write(metrics)
        writer.write(remarks)
    }

    init(from reader: inout ByteReader) throws(ByteReader.Corruption) {
        self.init(number: try reader.read(), metrics: try reader.read(), remarks: try reader.read())
    }
}

extension TrainingProgress: ByteCodable {
    func encode(to writer: inout ByteWriter) {
        writer.write(epoch)
        writer.write(epochs)
        writer.write(step)
        writer.write(steps)
        writer.write(metrics)
        writer.write(secondsLeft)
        writer.write(keptEpochs)
    }

    init(from reader: inout ByteReader) throws(ByteReader.Corruption) {
        self.init(
            epoch: try reader.read(), epochs: try reader.read(), step: try reader.read(), steps: try reader.read(),
            metrics: try reader.read(), secondsLeft: try reader.read(), keptEpochs: try reader.read())
    }
}

extension Metric: ByteCodable {
    func encode(to writer: inout ByteWriter) {
        writer.write(name)
        writer.write(value)
    }

    init(from reader: inout ByteReader) throws(ByteReader.Corruption) {
        self.init(name: try reader.read(), value: try reader.read())
    }
}
