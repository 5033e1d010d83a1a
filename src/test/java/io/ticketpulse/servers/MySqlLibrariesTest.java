package io.ticketpulse.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The loader of the operating system is the judge: it refuses what is not a well-formed library. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class MySqlLibrariesTest {

    @TempDir
    Path folder;

    @Test
    void libaioLoads() throws IOException {
        Path library = Files.write(folder.resolve("libaio.so.1"), MySqlLibraries.libaio());

        System.load(library.toString());

        assertThat(Files.readString(Path.of("/proc/self/maps"))).contains(library.toString());
    }

    @Test
    void libnumaLoads() throws IOException {
        Path library = Files.write(folder.resolve("libnuma.so.1"), MySqlLibraries.libnuma());

        System.load(library.toString());

        assertThat(Files.readString(Path.of("/proc/self/maps"))).contains(library.toString());
    }
}
