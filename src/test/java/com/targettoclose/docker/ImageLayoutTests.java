package com.targettoclose.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.targettoclose.testing.Node;
import com.targettoclose.testing.TestDatabase.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/** What the Dockerfile makes of the jar. A jar is packaged after the other tests: these run apart. */
@Tag("chaos")
@DisplayName("the image's layout")
class ImageLayoutTests {

    private static final Path TARGET = Path.of("target");

    /** Nothing can be written but below /tmp, and nobody is root: as {@code read_only} and {@code USER} have it. */
    private static final String CONFINED = """
            mount --bind "$1" /mnt && mount -o remount,bind,ro /mnt && mount -o remount,bind,ro / \
            && mount -t tmpfs -o mode=1777 tmpfs /tmp && cd /mnt || exit 8
            touch /mnt/x 2> /dev/null && exit 9
            shift
            exec setpriv --reuid=10001 --regid=10001 --clear-groups --no-new-privs --bounding-set=-all "$@"
            """;

    private Path folder;
    private ImageLayout layout;

    @BeforeEach
    void unpack() throws Exception {
        try (var jars = Files.newDirectoryStream(TARGET, "target-to-close-*.jar")) {
            var jar = jars.iterator();
            assumeTrue(jar.hasNext(), "Nothing is packaged: ./mvnw -DskipTests package first.");
            folder = Files.createTempDirectory("image");
            layout = new ImageLayout(jar.next().toAbsolutePath(), folder);
        }
    }

    @AfterEach
    void remove() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    @DisplayName("has every file in a layer that is copied, and ours in the last, of a few megabytes")
    void layers() throws Exception {
        assertThat(layout.copied()).hasSize(3).containsAll(layout.unpacked());
        var ours = layout.copied().get(2);
        try (var files = Files.list(ours)) {
            assertThat(files).containsExactly(ours.resolve("target-to-close.jar"));
        }
        assertThat(ImageLayout.bytes(ours)).isLessThan(DataSize.ofMegabytes(10).toBytes());
        assertThat(ImageLayout.bytes(layout.copied().get(0)))
                .isGreaterThan(DataSize.ofMegabytes(50).toBytes());
    }

    @Test
    @DisplayName("starts as nobody's user, from folders that cannot be written, and is ready")
    void starts() throws Exception {
        assumeTrue(
                List.of("unshare", "setpriv").stream().allMatch(tool -> Files.exists(Path.of("/usr/bin", tool)))
                        && "root".equals(System.getProperty("user.name")),
                "Needs root, unshare and setpriv, on Linux.");
        var app = folder.resolve("app");
        layout.into(app);
        try (var node = Node.on(Postgres.newDatabase(), "image")
                .jar(Path.of("target-to-close.jar"))
                .under("unshare", "--mount", "--propagation", "private", "sh", "-c", CONFINED, "sh", app.toString())
                .start()
                .awaitReady()) {
            var status = Files.readString(
                    Path.of("/proc", Long.toString(node.process().pid()), "status"));
            assertThat(status).containsPattern("Uid:\t10001\t10001").containsPattern("CapEff:\t0+\n");
        }
    }
}
