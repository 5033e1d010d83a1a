package io.ticketpulse.servers;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The two shared libraries mysqld is linked to that a fresh machine may lack, and that newer distributions renamed. With
 * them beside mysqld nothing has to be installed.
 */
final class MySqlLibraries {

    private MySqlLibraries() {
    }

    /** {@code libaio.so.1}: like the real one, five thin wrappers over the kernel's asynchronous input and output. */
    static byte[] libaio() {
        return new ElfLibrary("libaio.so.1", "LIBAIO_0.1", "LIBAIO_0.4")
                .with("io_setup", 1, systemCall(206))
                .with("io_destroy", 1, systemCall(207))
                .with("io_getevents", 1, systemCall(208))
                .with("io_submit", 0, systemCall(209))
                .with("io_cancel", 0, systemCall(210))
                .toBytes();
    }

    /** {@code libnuma.so.1}: says that this machine has one node of memory only. */
    static byte[] libnuma() {
        return new ElfLibrary("libnuma.so.1", "libnuma_1.1", "libnuma_1.2")
                .with("numa_available", 0, answer(-1))
                .with("numa_free", 0, answer(0))
                .with("set_mempolicy", 0, answer(0))
                .with("mbind", 0, answer(0))
                .with("numa_alloc_local", 0, answer(0))
                .with("numa_bitmask_free", 1, answer(0))
                .with("numa_get_mems_allowed", 1, answer(0))
                .toBytes();
    }

    /** mov r10,rcx; mov eax,number; syscall; ret. The kernel takes the fourth argument in r10, C callers give it in rcx. */
    private static byte[] systemCall(int number) {
        return code(11).put(new byte[]{0x49, (byte) 0x89, (byte) 0xca, (byte) 0xb8}).putInt(number)
                .put(new byte[]{0x0f, 0x05, (byte) 0xc3}).array();
    }

    /** mov rax,value; ret. */
    private static byte[] answer(int value) {
        return code(8).put(new byte[]{0x48, (byte) 0xc7, (byte) 0xc0}).putInt(value).put((byte) 0xc3).array();
    }

    private static ByteBuffer code(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
