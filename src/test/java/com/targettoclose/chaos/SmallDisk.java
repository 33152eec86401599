package com.targettoclose.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk of a few megabytes, for Linux with user namespaces: a process holds it, and it is gone with that. */
final class SmallDisk implements AutoCloseable {

    private static final String MOUNT = "mount -t tmpfs -o size=%dm none '%s' && echo mounted && exec sleep infinity";

    private static final int MEGABYTE = 1_048_576;

    private final Process holder;
    private final Path at;

    SmallDisk(Path at, int megabytes) throws IOException {
        this.at = Files.createDirectories(at);
        holder = new ProcessBuilder(
                        "unshare", "--user", "--map-root-user", "--mount", "sh", "-c", MOUNT.formatted(megabytes, at))
                .redirectError(new File(at.getParent().toFile(), "disk.log"))
                .start();
        var said = new byte["mounted".length()];
        int read = holder.getInputStream().readNBytes(said, 0, said.length);
        assertThat(new String(said, 0, read, StandardCharsets.UTF_8))
                .as("a disk of its own, which needs user namespaces")
                .isEqualTo("mounted");
    }

    /** What a program is started under so that it finds the disk where it was put. */
    String[] inside() {
        return new String[] {"nsenter", "-t", Long.toString(holder.pid()), "--user", "--mount", "--preserve-credentials"
        };
    }

    /** Takes a file of it along, for those who are not {@link #inside}. */
    void copy(String file, Path to) throws IOException {
        Files.copy(fromOutside().resolve(file), to.resolve(file));
    }

    private Path fromOutside() {
        return Path.of("/proc/" + holder.pid() + "/root" + at);
    }

    /** Leaves only so many megabytes free, or fewer: others write too. */
    void fillUpTo(int megabytes) throws IOException {
        var disk = Files.getFileStore(fromOutside());
        var piece = new byte[MEGABYTE];
        try (var ballast = Files.newOutputStream(ballast())) {
            while (disk.getUsableSpace() > (long) megabytes * MEGABYTE) {
                ballast.write(piece);
            }
        }
    }

    /** Gives back what {@link #fillUpTo} took. */
    void empty() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return fromOutside().resolve("ballast");
    }

    @Override
    public void close() throws InterruptedException {
        holder.destroy();
        if (!holder.waitFor(10, TimeUnit.SECONDS)) {
            holder.destroyForcibly();
        }
    }
}
