package com.targettoclose.security;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Instant;

/** A session that somebody signed in to. Kept in the session itself, which tells it when it ends. */
final class OpenSession implements HttpSessionBindingListener {

    /** Where it is kept in the session. */
    static final String ATTRIBUTE = OpenSession.class.getName();

    private final String user;
    private final Standing standing;
    private final Instant until;
    private final HttpSession session;
    private final OpenSessions all;

    OpenSession(String user, Standing standing, Instant until, HttpSession session, OpenSessions all) {
        this.user = user;
        this.standing = standing;
        this.until = until;
        this.session = session;
        this.all = all;
    }

    String user() {
        return user;
    }

    /** What the user's rights were when the session began. */
    Standing standing() {
        return standing;
    }

    /** When it ends at the latest. */
    Instant until() {
        return until;
    }

    void end() {
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            // it has ended by itself in this moment
            all.ended(this);
        }
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        all.ended(this);
    }
}
