package com.targettoclose.crmimport;

import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.process.roadmap.Roadmaps;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receives files to import, and says how imports stand. */
@Service
class Imports {

    private static final int LONGEST_NAME = 255;

    private final ImportTable imports;
    private final ImportChunks chunks;
    private final RowOutcomes outcomes;
    private final Roadmaps roadmaps;
    private final Clock clock;

    Imports(ImportTable imports, ImportChunks chunks, RowOutcomes outcomes, Roadmaps roadmaps, Clock clock) {
        this.imports = imports;
        this.chunks = chunks;
        this.outcomes = outcomes;
        this.roadmaps = roadmaps;
        this.clock = clock;
    }

    /** A file to import, as it was sent. */
    record Upload(
            InputStreamSource file,
            String fileName,
            @Nullable String mapping,
            @Nullable String teams) {}

    /** What came of it. */
    sealed interface Result {

        /** It is stored; a node will work on it. */
        record Received(ImportView view) implements Result {}

        /** It cannot be imported; nothing was written. */
        record NotReceived(Refusal refusal) implements Result {}
    }

    /** Checks mapping, header and teams, and stores the file. */
    @Transactional
    Result receive(Upload upload, String who) throws IOException {
        var faults = faults(upload);
        if (!faults.isEmpty()) {
            return new Result.NotReceived(Refusal.invalid(faults));
        }
        var id = UUID.randomUUID().toString();
        var name = upload.fileName().substring(0, Math.min(upload.fileName().length(), LONGEST_NAME));
        var mapping = Objects.requireNonNull(upload.mapping());
        imports.add(ImportRow.queued(id, name, mapping, upload.teams(), who, clock.instant()));
        try (var file = upload.file().getInputStream()) {
            imports.size(id, chunks.store(id, file));
        }
        return new Result.Received(ImportView.of(imports.find(id).orElseThrow(), List.of()));
    }

    /** One import with a page of the faults of its rejected rows. */
    Optional<ImportView> find(String id, int page, int size) {
        return imports.find(id).map(row -> ImportView.of(row, outcomes.rejected(id, page, size)));
    }

    /** A page of imports, newest first. */
    List<ImportView> page(int page, int size) {
        return imports.page(page, size).stream()
                .map(row -> ImportView.of(row, null))
                .toList();
    }

    long count() {
        return imports.count();
    }

    private List<Fault> faults(Upload upload) throws IOException {
        List<Fault> faults = new ArrayList<>();
        try (var rows = CsvRows.of(() -> opened(upload.file()))) {
            if (Plan.of(upload.mapping(), rows.next(), roadmaps) instanceof Plan.Result.Faulty faulty) {
                faults.addAll(faulty.faults());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        faults.addAll(TeamsFile.read(upload.teams()).faults());
        return faults;
    }

    private static InputStream opened(InputStreamSource file) {
        try {
            return file.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
