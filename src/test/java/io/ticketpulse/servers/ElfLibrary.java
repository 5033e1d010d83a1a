package io.ticketpulse.servers;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a minimal shared library for Linux on x86-64: versioned function symbols and nothing else. Format: System V ABI,
 * chapters 4 and 5; GNU symbol versions as in the Linux Standard Base, chapter 11.7.
 */
final class ElfLibrary {

    // Fixed places in the file, wide enough for a dozen functions of at most 16 bytes each.
    private static final int HASH = 0x200;
    private static final int SYMBOLS = 0x280;
    private static final int SYMBOL_VERSIONS = 0x380;
    private static final int VERSION_DEFINITIONS = 0x3a0;
    private static final int STRINGS = 0x420;
    private static final int TEXT = 0x600;
    private static final int DYNAMIC = 0x1000;

    private static final int HEADER_SIZE = 64;
    private static final int PROGRAM_HEADER_SIZE = 56;
    private static final int PROGRAM_HEADERS = 4;
    private static final int SYMBOL_SIZE = 24;
    private static final int VERSION_SIZE = 28;
    private static final int FUNCTION_SLOT = 16;
    private static final int DYNAMIC_ENTRY_SIZE = 16;
    private static final int DYNAMIC_ENTRIES = 10;

    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final int PT_GNU_STACK = 0x6474e551;
    private static final int READ_EXECUTE = 5;
    private static final int READ_WRITE = 6;

    private final String name;
    private final List<String> versions;
    private final List<Function> functions = new ArrayList<>();

    private record Function(String name, int version, byte[] code) {}

    /**
     * @param name the library's own name, for example {@code libaio.so.1}
     * @param versions its symbol versions
     */
    ElfLibrary(String name, String... versions) {
        this.name = name;
        this.versions = List.of(versions);
    }

    /**
     * @param function name of the symbol
     * @param version index into the versions of this library
     * @param code machine code, at most 16 bytes, position independent
     */
    ElfLibrary with(String function, int version, byte[] code) {
        functions.add(new Function(function, version, code));
        return this;
    }

    byte[] toBytes() {
        Map<String, Integer> offsets = new HashMap<>();
        String strings = strings(offsets);
        ByteBuffer file = ByteBuffer.allocate(DYNAMIC + DYNAMIC_ENTRIES * DYNAMIC_ENTRY_SIZE)
                .order(ByteOrder.LITTLE_ENDIAN);
        writeHeaders(file);
        writeHash(file);
        writeFunctions(file, offsets);
        writeVersionDefinitions(file, offsets);
        file.position(STRINGS).put(strings.getBytes(StandardCharsets.US_ASCII));
        writeDynamic(file, offsets, strings.length());
        return file.array();
    }

    private String strings(Map<String, Integer> offsets) {
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(versions);
        functions.forEach(function -> all.add(function.name()));
        StringBuilder table = new StringBuilder("\0");
        for (String string : all) {
            offsets.put(string, table.length());
            table.append(string).append('\0');
        }
        return table.toString();
    }

    private static void writeHeaders(ByteBuffer file) {
        file.put(new byte[]{0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0); // 64 bit, little endian, System V
        file.putShort((short) 3).putShort((short) 62).putInt(1); // shared object, x86-64
        file.putLong(0).putLong(HEADER_SIZE).putLong(0).putInt(0); // no entry point, no section headers
        file.putShort((short) HEADER_SIZE).putShort((short) PROGRAM_HEADER_SIZE).putShort((short) PROGRAM_HEADERS);
        file.putShort((short) 64).putShort((short) 0).putShort((short) 0);
        int dynamicSize = DYNAMIC_ENTRIES * DYNAMIC_ENTRY_SIZE;
        writeProgramHeader(file, PT_LOAD, READ_EXECUTE, 0, DYNAMIC, 0x1000);
        writeProgramHeader(file, PT_LOAD, READ_WRITE, DYNAMIC, dynamicSize, 0x1000);
        writeProgramHeader(file, PT_DYNAMIC, READ_WRITE, DYNAMIC, dynamicSize, 8);
        writeProgramHeader(file, PT_GNU_STACK, READ_WRITE, 0, 0, 16);
    }

    private static void writeProgramHeader(ByteBuffer file, int type, int flags, long offset, long size, long align) {
        file.putInt(type).putInt(flags).putLong(offset).putLong(offset).putLong(offset);
        file.putLong(size).putLong(size).putLong(align);
    }

    /** One bucket whose chain holds every symbol. */
    private void writeHash(ByteBuffer file) {
        int symbols = functions.size() + 1;
        file.position(HASH).putInt(1).putInt(symbols).putInt(1).putInt(0);
        for (int symbol = 1; symbol < symbols; symbol++) {
            file.putInt(symbol + 1 < symbols ? symbol + 1 : 0);
        }
    }

    private void writeFunctions(ByteBuffer file, Map<String, Integer> offsets) {
        for (int i = 0; i < functions.size(); i++) {
            Function function = functions.get(i);
            int symbol = i + 1;
            int address = TEXT + FUNCTION_SLOT * i;
            file.position(SYMBOLS + SYMBOL_SIZE * symbol).putInt(offsets.get(function.name()));
            file.put((byte) 0x12).put((byte) 0).putShort((short) 1); // global function, default visibility
            file.putLong(address).putLong(function.code().length);
            file.position(address).put(function.code());
            file.putShort(SYMBOL_VERSIONS + 2 * symbol, (short) (function.version() + 2));
        }
    }

    /** The first definition is the library itself, as the format demands. */
    private void writeVersionDefinitions(ByteBuffer file, Map<String, Integer> offsets) {
        for (int i = 0; i <= versions.size(); i++) {
            String version = i == 0 ? name : versions.get(i - 1);
            file.position(VERSION_DEFINITIONS + VERSION_SIZE * i);
            file.putShort((short) 1).putShort((short) (i == 0 ? 1 : 0)).putShort((short) (i + 1)).putShort((short) 1);
            file.putInt(systemVHash(version)).putInt(20).putInt(i < versions.size() ? VERSION_SIZE : 0);
            file.putInt(offsets.get(version)).putInt(0);
        }
    }

    private void writeDynamic(ByteBuffer file, Map<String, Integer> offsets, int stringsSize) {
        long[][] entries = {{14, offsets.get(name)}, // DT_SONAME
                {4, HASH}, {5, STRINGS}, {6, SYMBOLS}, {10, stringsSize}, {11, SYMBOL_SIZE},
                {0x6ffffff0L, SYMBOL_VERSIONS}, {0x6ffffffcL, VERSION_DEFINITIONS},
                {0x6ffffffdL, versions.size() + 1}, // DT_VERDEFNUM
                {0, 0}};
        file.position(DYNAMIC);
        for (long[] entry : entries) {
            file.putLong(entry[0]).putLong(entry[1]);
        }
    }

    private static int systemVHash(String text) {
        int hash = 0;
        for (char c : text.toCharArray()) {
            hash = (hash << 4) + c;
            int high = hash & 0xf0000000;
            hash = (hash ^ high >>> 24) & ~high;
        }
        return hash;
    }
}
