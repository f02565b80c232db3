extension StateKindsTests {
    static let kinds = places + writing + kernel + processes

    /// Files that are open, and where in them.
    private static let places = [
        Kind(
            "a file handle reads on",
            "let file = FileHandle(forReadingAtPath: \"text.txt\")!\n_ = file.readData(ofLength: 5)",
            "print(String(decoding: file.readData(ofLength: 5), as: UTF8.self))", prints: "fghij"),
        Kind(
            "an input stream reads on",
            "let stream = InputStream(fileAtPath: \"text.txt\")!\nstream.open()\nvar bytes = [UInt8](repeating: 0, count: 5)\n_ = stream.read(&bytes, maxLength: 5)",
            "_ = stream.read(&bytes, maxLength: 5)\nprint(String(decoding: bytes, as: UTF8.self))", prints: "fghij"),
        Kind(
            "a C stream reads on", "let stream = fopen(\"text.txt\", \"r\")!\nfor _ in 0..<5 { _ = fgetc(stream) }",
            "print((0..<3).map { _ in Character(UnicodeScalar(UInt8(fgetc(stream)))) })",
            prints: "[\"f\", \"g\", \"h\"]"),
        Kind(
            "an unbuffered C stream reads on",
            "let stream = fopen(\"text.txt\", \"r\")!\nsetvbuf(stream, nil, _IONBF, 0)\nfor _ in 0..<5 { _ = fgetc(stream) }",
            "print((0..<3).map { _ in Character(UnicodeScalar(UInt8(fgetc(stream)))) })",
            prints: "[\"f\", \"g\", \"h\"]"),
        Kind(
            "a descriptor reads on", "let file = open(\"text.txt\", O_RDONLY)\nlseek(file, 10, SEEK_SET)\n()",
            "var byte: UInt8 = 0\nread(file, &byte, 1)\nprint(byte, lseek(file, 0, SEEK_CUR))", prints: "107 11"),
        Kind(
            "a descriptor and its duplicate", "let file = open(\"text.txt\", O_RDONLY)\nlet other = dup(file)",
            "lseek(other, 7, SEEK_CUR)\nprint(lseek(file, 0, SEEK_CUR))", prints: "7"),
        Kind(
            "a descriptor that is closed", "let file = open(\"text.txt\", O_RDONLY)", "print(close(file), close(file))",
            prints: "0 -1"),
        Kind(
            "a folder is read on",
            "let folder = opendir(\".\")!\nfunc next() -> Bool { readdir(folder) != nil }\n_ = (next(), next())",
            "var count = 0\nwhile next() { count += 1 }\nprint(count)", prints: "3"),
        Kind(
            "flags of a descriptor", "let file = open(\"log.txt\", O_WRONLY)",
            "print(fcntl(file, F_GETFL) & O_APPEND)\n_ = fcntl(file, F_SETFL, O_APPEND)", prints: "0"),
        Kind(
            "a file without a name", "let file = tmpfile()!\nfputs(\"12345\", file)\nfflush(file)\n()",
            "print(ftell(file))\nfputs(\"678\", file)\nfflush(file)\nvar status = stat()\nfstat(fileno(file), &status)\nprint(status.st_size)",
            prints: "5\n8"),
    ]

    /// Files that cells make, change and remove.
    private static let writing = [
        Kind(
            "a text is written over", "let text = { try! String(contentsOfFile: \"text.txt\", encoding: .utf8) }",
            "print(text())\ntry \"new\".write(toFile: \"text.txt\", atomically: true, encoding: .utf8)",
            prints: "abcdefghijklmnopqrst"),
        Kind(
            "a text is written in place", "let text = { try! String(contentsOfFile: \"text.txt\", encoding: .utf8) }",
            "print(text())\ntry \"new\".write(toFile: \"text.txt\", atomically: false, encoding: .utf8)",
            prints: "abcdefghijklmnopqrst"),
        Kind(
            "a C stream that is open for appending",
            "let log = fopen(\"log.txt\", \"a\")!\nfputs(\"two\\n\", log)\nfflush(log)\n()",
            "fputs(\"three\\n\", log)\nfflush(log)\nprint(try String(contentsOfFile: \"log.txt\", encoding: .utf8).count)",
            prints: "14"),
        Kind(
            "a C stream that is open for writing",
            "let log = fopen(\"log.txt\", \"w\")!\nfputs(\"a\", log)\nfflush(log)\n()",
            "fputs(\"b\", log)\nfflush(log)\nprint(try String(contentsOfFile: \"log.txt\", encoding: .utf8))",
            prints: "ab"),
        Kind(
            "a line is appended", "let log = { try! String(contentsOfFile: \"log.txt\", encoding: .utf8) }",
            "let file = FileHandle(forWritingAtPath: \"log.txt\")!\nfile.seekToEndOfFile()\nfile.write(Data(\"two\".utf8))\nprint(log())",
            prints: "one\ntwo"),
        Kind(
            "a file is made", "let exists = { FileManager.default.fileExists(atPath: \"made.txt\") }",
            "print(exists())\nFileManager.default.createFile(atPath: \"made.txt\", contents: nil)\nprint(exists())",
            prints: "false\ntrue"),
        Kind(
            "a file of an earlier cell is removed",
            "try \"here\".write(toFile: \"made.txt\", atomically: true, encoding: .utf8)",
            "print(try String(contentsOfFile: \"made.txt\", encoding: .utf8))\ntry FileManager.default.removeItem(atPath: \"made.txt\")",
            prints: "here"),
        Kind(
            "a file of the author's is removed",
            "let exists = { FileManager.default.fileExists(atPath: \"table.csv\") }",
            "print(exists())\nunlink(\"table.csv\")\nprint(exists())", prints: "true\nfalse"),
        Kind(
            "a file is moved", "let names = { try! FileManager.default.contentsOfDirectory(atPath: \".\").sorted() }",
            "print(names())\ntry FileManager.default.moveItem(atPath: \"text.txt\", toPath: \"moved.txt\")\nprint(names())",
            prints: "[\"log.txt\", \"table.csv\", \"text.txt\"]\n[\"log.txt\", \"moved.txt\", \"table.csv\"]"),
        Kind(
            "a folder is made and filled", "let exists = { FileManager.default.fileExists(atPath: \"deep/er/a.txt\") }",
            "print(exists())\ntry FileManager.default.createDirectory(atPath: \"deep/er\", withIntermediateDirectories: true)\ntry \"a\".write(toFile: \"deep/er/a.txt\", atomically: true, encoding: .utf8)\nprint(exists())",
            prints: "false\ntrue"),
        Kind(
            "a folder is moved and changed",
            "mkdir(\"folder\", 0o755)\ntry \"a\".write(toFile: \"folder/a.txt\", atomically: true, encoding: .utf8)",
            "print(rename(\"folder\", \"other\"))\ntry \"b\".write(toFile: \"other/a.txt\", atomically: true, encoding: .utf8)\nprint(rename(\"other\", \"third\"), try String(contentsOfFile: \"third/a.txt\", encoding: .utf8))",
            prints: "0\n0 b"),
        Kind(
            "a folder is removed",
            "mkdir(\"folder\", 0o755)\ntry \"a\".write(toFile: \"folder/a.txt\", atomically: true, encoding: .utf8)",
            "print(FileManager.default.fileExists(atPath: \"folder/a.txt\"))\ntry FileManager.default.removeItem(atPath: \"folder\")",
            prints: "true"),
        Kind(
            "a link is made", "let target = { try? FileManager.default.destinationOfSymbolicLink(atPath: \"link\") }",
            "print(target() ?? \"none\")\nsymlink(\"text.txt\", \"link\")\nprint(target() ?? \"none\")",
            prints: "none\ntext.txt"),
        Kind(
            "a file is written through a link", "symlink(\"text.txt\", \"link\")\n()",
            "print(try String(contentsOfFile: \"text.txt\", encoding: .utf8).count)\ntry \"x\".write(toFile: \"link\", atomically: false, encoding: .utf8)",
            prints: "20"),
        Kind(
            "a file is cut off",
            "let size = { try! FileManager.default.attributesOfItem(atPath: \"text.txt\")[.size] as! Int }",
            "print(size())\ntruncate(\"text.txt\", 3)\nprint(size())", prints: "20\n3"),
        Kind(
            "rights of a file",
            "let mode = { var status = stat(); stat(\"text.txt\", &status); return status.st_mode & 0o777 }\nchmod(\"text.txt\", 0o644)\n()",
            "print(mode())\nchmod(\"text.txt\", 0o600)\nprint(mode())", prints: "420\n384"),
        Kind(
            "a temporary file",
            "var name = Array(\"made-XXXXXX\".utf8CString)\nclose(mkstemp(&name))\nlet path = String(cString: name)",
            "print(FileManager.default.fileExists(atPath: path))\nunlink(path)\n()", prints: "true"),
        Kind(
            "files are counted",
            "func count() -> Int { (Int((try? String(contentsOfFile: \"count\", encoding: .utf8)) ?? \"\") ?? 0) + 1 }",
            "try \"\\(count())\".write(toFile: \"count\", atomically: true, encoding: .utf8)\nprint(count())",
            prints: "2"),
    ]

    /// What the kernel holds for a process, and copies would share or not have.
    private static let kernel = [
        Kind(
            "a pipe", "var ends: [Int32] = [0, 0]\npipe(&ends)\nwrite(ends[1], \"abcdef\", 6)\n()",
            "var bytes = [UInt8](repeating: 0, count: 3)\nread(ends[0], &bytes, 3)\nprint(bytes)",
            prints: "[97, 98, 99]"),
        Kind(
            "a pipe whose end is closed", "var ends: [Int32] = [0, 0]\npipe(&ends)\nwrite(ends[1], \"abc\", 3)\n()",
            "close(ends[1])\nlet rest = FileHandle(fileDescriptor: ends[0]).readDataToEndOfFile()\nprint(rest.count)",
            prints: "3"),
        Kind(
            "a pair of sockets",
            "var ends: [Int32] = [0, 0]\nsocketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends)\nwrite(ends[1], \"abcdef\", 6)\n()",
            "var bytes = [UInt8](repeating: 0, count: 3)\nread(ends[0], &bytes, 3)\nprint(bytes)",
            prints: "[97, 98, 99]"),
        Kind(
            "a socket that listens",
            "func listening(_ port: UInt16) -> (Int32, UInt16) {\n    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)\n    var address = sockaddr_in()\n    address.sin_family = 2\n    address.sin_port = port\n    let result = withUnsafeMutablePointer(to: &address) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in\n        var size: UInt32 = 16\n        let code = bind(socket, address, size)\n        getsockname(socket, address, &size)\n        return code\n    } }\n    listen(socket, 1)\n    return (result == 0 ? socket : -1, address.sin_port)\n}\nlet (first, port) = listening(0)",
            "close(first)\nlet (second, _) = listening(port)\nprint(second >= 0)\nclose(second)\n()", prints: "true"),
        Kind(
            "a socket with a path",
            "func bound() -> Int32 {\n    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)\n    var address = sockaddr_un()\n    address.sun_family = 1\n    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: \"here.sock\".utf8) }\n    defer { close(socket) }\n    return withUnsafePointer(to: &address) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, 110) } }\n}",
            "print(bound(), bound())", prints: "0 -1"),
        Kind("a pipe with a name", "let make = { mkfifo(\"named\", 0o600) }", "print(make(), make())", prints: "0 -1"),
        Kind(
            "memory that is shared",
            "let page = mmap(nil, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)!.assumingMemoryBound(to: Int.self)\npage[0] = 1",
            "page[0] += 10\nprint(page[0])", prints: "11"),
        Kind(
            "a file in memory",
            "let file = open(\"text.txt\", O_RDWR)\nlet page = mmap(nil, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0)!.assumingMemoryBound(to: UInt8.self)\nclose(file)\n()",
            "page[0] += 1\nprint(page[0])", prints: "98"),
        Kind(
            "a lock of a file", "let file = open(\"text.txt\", O_RDWR)\nflock(file, LOCK_EX)\n()",
            "print(flock(file, LOCK_UN))\nlet other = open(\"text.txt\", O_RDWR)\nprint(flock(other, LOCK_EX | LOCK_NB))",
            prints: "0\n0"),
        Kind(
            "a lock of a process",
            "let file = open(\"text.txt\", O_RDWR)\nvar lock = flock()\nlock.l_type = Int16(F_WRLCK)\n_ = fcntl(file, F_SETLK, &lock)",
            "lock.l_type = Int16(F_UNLCK)\nprint(fcntl(file, F_SETLK, &lock))", prints: "0"),
        Kind(
            "a counter of events",
            "@_silgen_name(\"eventfd\") func eventfd(_: UInt32, _: Int32) -> Int32\nlet events = eventfd(3, 0)",
            "var value: UInt64 = 0\nread(events, &value, 8)\nprint(value)\nvalue = 4\nwrite(events, &value, 8)\n()",
            prints: "3"),
        Kind(
            "an alarm", "signal(SIGALRM) { _ in write(1, \"rang\\n\", 5) }\nalarm(1)\n()",
            "usleep(1_400_000)\nprint(\"over\")",
            prints: "rang\nover"),
        Kind(
            "a timer of a process",
            "var timer = itimerval()\ntimer.it_value.tv_sec = 50\nsetitimer(0, &timer, nil)\n()",
            "getitimer(0, &timer)\nprint(timer.it_value.tv_sec > 40)\ntimer.it_value.tv_sec = 0\ntimer.it_value.tv_usec = 0\nsetitimer(0, &timer, nil)\n()",
            prints: "true"),
    ]

    /// Programs, and what is the process's own.
    private static let processes = [
        Kind(
            "a program that is waited for",
            "var program: pid_t = 0\nvar words: [UnsafeMutablePointer<CChar>?] = [strdup(\"/bin/sh\"), strdup(\"-c\"), strdup(\"exit 3\"), nil]\nposix_spawn(&program, \"/bin/sh\", nil, nil, words, nil)\n()",
            "var status: Int32 = 0\nprint(waitpid(program, &status, 0) == program, status >> 8)", prints: "true 3"),
        Kind(
            "a program that is read", "let program = popen(\"echo one; echo two\", \"r\")!",
            "var line = [CChar](repeating: 0, count: 80)\nwhile fgets(&line, 80, program) != nil {}\nprint(String(cString: line), pclose(program))",
            prints: "two\n 0"),
        Kind(
            "a process of Foundation's",
            "let program = Process()\nprogram.executableURL = URL(fileURLWithPath: \"/bin/sleep\")\nprogram.arguments = [\"0.1\"]\ntry program.run()",
            "program.waitUntilExit()\nprint(program.terminationStatus)", prints: "0"),
        Kind("the number of the process", "let number = getpid()", "print(getpid() == number)", prints: "true"),
        Kind(
            "the number, by Foundation", "let number = ProcessInfo.processInfo.processIdentifier",
            "print(ProcessInfo.processInfo.processIdentifier == number)", prints: "true"),
        Kind(
            "the folder", "chdir(\"/\")\n()",
            "print(FileManager.default.currentDirectoryPath.hasSuffix(\"/\"))\nchdir(\"/tmp\")\n()",
            prints: "false"),
        Kind(
            "the environment", "setenv(\"MINE\", \"1\", 1)\n()",
            "print(String(cString: getenv(\"MINE\")))\nsetenv(\"MINE\", \"2\", 1)\n()", prints: "1"),
        Kind("the mask of new files", "umask(0o77)\n()", "print(umask(0o22))", prints: "63"),
        Kind(
            "a handler of signals", "signal(SIGUSR1) { _ in write(1, \"one\\n\", 4) }\n()",
            "raise(SIGUSR1)\nsignal(SIGUSR1) { _ in write(1, \"two\\n\", 4) }\n()", prints: "one"),
        Kind("a variable", "var a = [1]", "a.append(2)\nprint(a)", prints: "[1, 2]"),
    ]
}
