import Testing

@testable import Sessions

@Suite struct PrecedingCodeTests {
    private static let intel = """
        a.so:	file format elf64-x86-64

        Disassembly of section .text:

        00000000000012d0 <main>:
            12d0:      	pushq	%rbp
            12d4:      	testq	%rax, %rax
            12d7:      	je	0x12f0 <main+0x20>
            12d9:      	callq	0x1360 <swift_release@plt>
            12de:      	jne	0x12f4 <main+0x24>
            12e0:      	retq
            12f0:      	ud2
            12f4:      	movq	%rax, %rdi
            12f7:      	callq	0x1370 <$ss17_assertionFailure@plt>
        """

    private static let arm = """
        0000000000000800 <main>:
             800:      	cbz	x0, 0x820 <main+0x20>
             804:      	bl	0x900 <swift_release>
             808:      	b.eq	0x824 <main+0x24>
             80c:      	ret
             820:      	brk	#0x1
             824:      	brk	#0x1
        """

    @Test(
        arguments: [
            (0x12f0, [0x12f0, 0x12d7, 0x12d4, 0x12d0]),
            (0x12fb, [0x12f7, 0x12f4, 0x12de, 0x12d9, 0x12d7, 0x12d4, 0x12d0]),
            (0x12d4, [0x12d4, 0x12d0]),
            (0x1000, []),
        ] as [(UInt, [UInt])])
    func `a block that checks jump to was reached from them`(address: UInt, path: [UInt]) {
        #expect(PrecedingCode(Self.intel).addresses(before: address) == path)
    }

    @Test func `the other processor's jumps are known, too`() {
        let code = PrecedingCode(Self.arm)
        #expect(code.addresses(before: 0x820) == [0x820, 0x800])
        #expect(code.addresses(before: 0x824) == [0x824, 0x808, 0x804, 0x800])
    }

    @Test(arguments: ["", "nothing of use", "12d0:", "zz: je 0x1", "12d0: je"])
    func `other text has no addresses, or its own alone`(text: String) {
        #expect(PrecedingCode(text).addresses(before: 0x9999).count <= 1)
    }
}
