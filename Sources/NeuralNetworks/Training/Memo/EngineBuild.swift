internal import CKernels
internal import COneDNN
import Glibc

/// What computes: another build, library, processor or number of threads may round otherwise.
enum EngineBuild {
    static var description: String { "\(fixed) threads \(nbrun_thread_count())" }

    /// Whether sums are rounded as in every process at its start. What a cell changed there goes with the thread, and those
    /// of the pool may have it or not, so that no key tells what a training gives.
    static var roundsAsUsual: Bool { fegetround() == FE_TONEAREST }

    /// What stays as it is while the process runs.
    private static let fixed: String = {
        let oneDNN = dnnl_version().pointee
        let version = "\(oneDNN.major).\(oneDNN.minor).\(oneDNN.patch) \(String(cString: oneDNN.hash))"
        let instructions = dnnl_get_effective_cpu_isa().rawValue
        // oneDNN cuts its loops to the caches.
        let caches = [_SC_LEVEL1_DCACHE_SIZE, _SC_LEVEL2_CACHE_SIZE, _SC_LEVEL3_CACHE_SIZE].map { sysconf(Int32($0)) }
        return """
            library \(library) oneDNN \(version) instructions \(instructions) caches \(caches) \
            libc \(cLibrary) settings \(settings)
            """
    }()

    /// The fingerprint of the file that this code was loaded from.
    private static var library: String {
        let path = nbrun_library_path().map { String(cString: $0) }
        for path in [path, "/proc/self/exe"].compactMap({ $0 }) {
            guard let file = try? InputFile(path: path), let bytes = try? file.read(file.byteCount, at: 0) else {
                continue
            }
            return bytes.withUnsafeBytes { ContentDigest.of($0) }
        }
        return "unknown"
    }

    /// The version of the C library, whose functions the kernels call.
    private static var cLibrary: String {
        var name = [CChar](repeating: 0, count: 64)
        confstr(Int32(_CS_GNU_LIBC_VERSION), &name, name.count)
        return name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    /// The environment variables that oneDNN listens to.
    private static var settings: [String] {
        var settings: [String] = []
        var entry = environ
        while let text = entry.pointee {
            let setting = String(cString: text)
            if setting.hasPrefix("ONEDNN_") || setting.hasPrefix("DNNL_") { settings.append(setting) }
            entry += 1
        }
        return settings.sorted()
    }
}
