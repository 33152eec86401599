package com.targettoclose.process.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a rep prepared for a conversation. It is no evidence: it can be changed, and what names a person is gone once it is
 * emptied. Whoever keeps it has locked the opportunity's row.
 */
@Repository
public class CallNotes {

    private final JdbcClient jdbc;

    CallNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was prepared.
     *
     * @param concerns that the client may raise
     * @param fallbackAsk what to ask for where the client does not give the commitment
     * @param version how often it was written
     */
    public record Notes(
            String questions,
            String concerns,
            String fallbackAsk,
            String notes,
            int version,
            String writtenBy,
            Instant writtenAt) {

        /** Whether nothing is prepared. */
        public boolean empty() {
            return questions.isEmpty() && concerns.isEmpty() && fallbackAsk.isEmpty() && notes.isEmpty();
        }
    }

    /** What was prepared for a conversation of an opportunity. */
    public Optional<Notes> find(String opportunityId, String conversation) {
        return jdbc.sql("""
                        select questions, concerns, fallback_ask, notes, version, written_by, written_at from t2c_call_notes
                        where opportunity_id = :opportunity and conversation = :conversation""")
                .param("opportunity", opportunityId)
                .param("conversation", conversation)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Keeps what was prepared in place of what was before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String opportunityId, String conversation, Notes notes) {
        jdbc.sql("delete from t2c_call_notes where opportunity_id = :opportunity and conversation = :conversation")
                .param("opportunity", opportunityId)
                .param("conversation", conversation)
                .update();
        jdbc.sql("""
                        insert into t2c_call_notes (opportunity_id, conversation, questions, concerns, fallback_ask, notes,
                            version, written_by, written_at)
                        values (:opportunity, :conversation, :questions, :concerns, :fallbackAsk, :notes,
                            :version, :writtenBy, :writtenAt)""")
                .param("opportunity", opportunityId)
                .param("conversation", conversation)
                .param("questions", notes.questions())
                .param("concerns", notes.concerns())
                .param("fallbackAsk", notes.fallbackAsk())
                .param("notes", notes.notes())
                .param("version", notes.version())
                .param("writtenBy", notes.writtenBy())
                .param("writtenAt", Timestamp.from(notes.writtenAt()))
                .update();
    }

    private static Notes read(ResultSet row) throws SQLException {
        return new Notes(
                row.getString("questions"),
                row.getString("concerns"),
                row.getString("fallback_ask"),
                row.getString("notes"),
                row.getInt("version"),
                row.getString("written_by"),
                row.getTimestamp("written_at").toInstant());
    }
}
