internal import CKernels
import Tensors

/// Where a layer's random numbers lie: a function of the model's seed, the layer's position and the step.
struct StepDraws {
    private let generator: RandomGenerator

    init(_ name: String, in layout: LayerLayout) {
        generator = layout.builder.context.generator.named(name, layout.position)
    }

    /// The first block of random words of the step under way; each step has 2³² of them for itself.
    func place(in context: StepContext) -> nbrun_random_place {
        nbrun_random_place(seed: generator.seed, stream: generator.stream, block: UInt64(context.step) << 32)
    }
}
