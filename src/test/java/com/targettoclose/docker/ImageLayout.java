package com.targettoclose.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The image's folder with the application, made as the Dockerfile says and without a container engine. */
final class ImageLayout {

    /** A command of the first stage, and the folders that the last stage copies from it, in order. */
    private static final Pattern EXTRACT = Pattern.compile("(?m)^\\s+(java -Djarmode=tools .+)$");

    private static final Pattern COPY = Pattern.compile("(?m)^COPY --from=unpacked /unpacked/(\\S+)/ \\./$");

    private final String dockerfile = ComposeFile.read("Dockerfile");
    private final Path unpacked;

    /** Unpacks a packaged application below a folder. */
    ImageLayout(Path jar, Path folder) throws IOException, InterruptedException {
        unpacked = folder.resolve("unpacked");
        var extract = EXTRACT.matcher(dockerfile);
        assertThat(extract.find()).isTrue();
        run(extract.group(1)
                .replace("/build/target-to-close-*.jar", jar.toString())
                .replace("/unpacked", unpacked.toString()));
    }

    /** The layers that are copied, from what changes rarely to what changes with each release. */
    List<Path> copied() {
        return COPY.matcher(dockerfile)
                .results()
                .map(copy -> unpacked.resolve(copy.group(1)))
                .toList();
    }

    /** All that was unpacked and holds a file. */
    List<Path> unpacked() throws IOException {
        try (var all = Files.list(unpacked)) {
            return all.filter(layer -> bytes(layer) > 0).toList();
        }
    }

    /** Puts the layers one over the other into a folder, as the image has them. */
    void into(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (var layer : copied()) {
            run("cp -a " + layer + "/. " + folder);
        }
    }

    /** How large the files of a layer are. */
    static long bytes(Path layer) {
        try (var files = Files.walk(layer)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-ec", command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(command).isTrue();
        assertThat(process.exitValue()).as(command).isZero();
    }
}
