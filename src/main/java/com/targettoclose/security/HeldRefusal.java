package com.targettoclose.security;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Keeps the body of a refusal back, so that it can be said otherwise; every other answer passes as it is written. */
final class HeldRefusal extends HttpServletResponseWrapper {

    private static final int FIRST_REFUSAL = 400;

    private @Nullable Held held;

    HeldRefusal(HttpServletResponse response) {
        super(response);
    }

    boolean isHeld() {
        return held != null && !isCommitted();
    }

    byte[] bytes() {
        return held == null ? new byte[0] : held.bytes.toByteArray();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (held != null) {
            return held;
        }
        if (getStatus() < FIRST_REFUSAL) {
            return super.getOutputStream();
        }
        held = new Held();
        return held;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (held == null) {
            super.flushBuffer();
        }
    }

    @Override
    public void setContentLength(int length) {
        if (getStatus() < FIRST_REFUSAL) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (getStatus() < FIRST_REFUSAL) {
            super.setContentLengthLong(length);
        }
    }

    /** What was written of it. */
    private static final class Held extends ServletOutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("What is held back is written at once.");
        }
    }
}
