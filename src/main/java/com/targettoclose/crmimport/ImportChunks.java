package com.targettoclose.crmimport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of files that are being imported, in gzipped chunks: any node can read them. */
@Repository
class ImportChunks {

    private static final int CHUNK = 524_288;

    private final JdbcClient jdbc;

    ImportChunks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a file and says how many bytes it has. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long store(String importId, InputStream file) throws IOException {
        long bytes = 0;
        int number = 0;
        for (var chunk = file.readNBytes(CHUNK); chunk.length > 0; chunk = file.readNBytes(CHUNK)) {
            jdbc.sql("""
                            insert into t2c_import_chunk (import_id, chunk_number, content)
                            values (:id, :number, :content)""")
                    .param("id", importId)
                    .param("number", number++)
                    .param("content", zipped(chunk))
                    .update();
            bytes += chunk.length;
        }
        return bytes;
    }

    /** A stored file. */
    StoredFile file(String importId) {
        return new StoredFile(importId);
    }

    /** Deletes a file. */
    void delete(String importId) {
        jdbc.sql("delete from t2c_import_chunk where import_id = :id")
                .param("id", importId)
                .update();
    }

    private byte[] chunk(String importId, int number) {
        return jdbc.sql("""
                        select content from t2c_import_chunk where import_id = :id and chunk_number = :number""")
                .param("id", importId)
                .param("number", number)
                .query((row, n) -> row.getBytes("content"))
                .optional()
                .orElseGet(() -> new byte[0]);
    }

    private static byte[] zipped(byte[] chunk) throws IOException {
        var zipped = new ByteArrayOutputStream(chunk.length / 2);
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(chunk);
        }
        return zipped.toByteArray();
    }

    /** A stored file, to be read from its beginning as often as needed, one chunk in memory at a time. */
    final class StoredFile implements Supplier<InputStream> {

        private final String importId;
        private ChunkStream newest;

        private StoredFile(String importId) {
            this.importId = importId;
            this.newest = new ChunkStream(importId);
        }

        @Override
        public InputStream get() {
            newest = new ChunkStream(importId);
            return newest;
        }

        /** How far the reading that began last has come. */
        long bytesRead() {
            return newest.read;
        }
    }

    private final class ChunkStream extends InputStream {

        private final String importId;
        private int number;
        private long read;
        private @Nullable InputStream chunk;

        private ChunkStream(String importId) {
            this.importId = importId;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            try {
                int got = chunk == null ? -1 : chunk.read(buffer, offset, length);
                if (got < 0) {
                    chunk = next();
                    got = chunk == null ? -1 : chunk.read(buffer, offset, length);
                }
                read += Math.max(got, 0);
                return got;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** There is nothing to close: each chunk was read as a whole. */
        @Override
        public void close() {}

        private @Nullable InputStream next() throws IOException {
            var content = chunk(importId, number);
            if (content.length == 0) {
                return null;
            }
            number++;
            return new GZIPInputStream(new ByteArrayInputStream(content), content.length);
        }
    }
}
