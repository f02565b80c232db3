import Glibc

/// A stack for going through a piece of Swift, however deep it is nested.
///
/// SwiftParser and its trees call themselves once for each level, and `x.a.a.a` is one level deeper with every member. A
/// thread's usual stack is full after some thousands; this one has room for as many as the text can have.
enum ParsingStack {
    /// More than a level of a tree takes for each byte of its text.
    private static let bytesForAByte = 12_000
    /// SwiftParser goes 256 levels deep into brackets, with up to 20,000 bytes a level, before it gives up.
    private static let least = 1 << 26
    private static let page = 1 << 16
    /// Text this short fits everywhere.
    private static let shortest = 16

    /// What some work on a source gives, done with room enough.
    static func withRoom<Result>(for source: String, _ body: @escaping () -> Result) -> Result {
        let byteCount = source.utf8.count
        guard byteCount > shortest else { return body() }
        var result: Result?
        run(Work { result = body() }, onStackOf: (least + byteCount * bytesForAByte + page) / page * page)
        // Where there is no memory for another stack, the thread's own has to do.
        return result ?? body()
    }

    private static func run(_ work: Work, onStackOf size: Int) {
        // Only what is touched is ever taken from the memory.
        let stack = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
        guard let stack, stack != MAP_FAILED else { return }
        defer { munmap(stack, size) }
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstack(&attributes, stack, size)
        var thread = pthread_t()
        let status = pthread_create(
            &thread, &attributes,
            { context in
                Unmanaged<Work>.fromOpaque(context!).takeUnretainedValue().body()
                return nil
            }, Unmanaged.passUnretained(work).toOpaque())
        if status == 0 { pthread_join(thread, nil) }
    }

    /// What a thread is given to do.
    private final class Work {
        let body: () -> Void

        init(_ body: @escaping () -> Void) {
            self.body = body
        }
    }
}
