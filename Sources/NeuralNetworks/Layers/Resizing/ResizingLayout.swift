internal import CKernels
import Tensors

extension LayerLayout {
    /// What a loop over planes of pixels reads, and what it writes.
    typealias PlanesLoop = (nbrun_planes, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void

    /// Images of other heights and widths that a loop makes of the input's, while blocked layouts stay blocked.
    ///
    /// - Parameters:
    ///   - forward: makes the images; it is given the planes of the input.
    ///   - backward: makes the gradient by the input of the gradient by these images; it is given the same planes.
    func resized(
        _ implementation: String, forward: @escaping PlanesLoop, backward: @escaping PlanesLoop
    ) -> Signal {
        let memory = memory(of: input)
        let images = ImagePlanes(nearest: memory.layout)
        let sizes = memory.layout.sizes
        let source = builder.reorder(memory, to: images.layout(sizes), for: node.name)
        let output = signal(
            builder.allocate(
                images.layout([sizes[0], sizes[1], node.outputShape[0], node.outputShape[1]])))
        let planes = images.planes(sizes)
        builder.append(label(.forward, implementation), touching: [source, output.memory]) {
            forward(planes, source.floats, output.memory.floats)
        }
        onWayBack(from: output) { gradient in
            let gradient = builder.reorder(gradient, to: output.memory.layout, for: node.name)
            let result = builder.allocate(source.layout)
            builder.append(label(.backward, implementation), touching: [gradient, result]) {
                backward(planes, gradient.floats, result.floats)
            }
            contribute(result, to: input)
        }
        return output
    }
}
