package com.targettoclose.crmimport;

import java.io.IOException;
import java.io.Reader;

/** A text with a mark on a line of its own behind it. */
final class MarkedEnd extends Reader {

    private final Reader text;
    private final String mark;
    private int marked = -1;

    MarkedEnd(Reader text, String mark) {
        this.text = text;
        this.mark = "\n" + mark + "\n";
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (marked < 0) {
            int read = text.read(buffer, offset, length);
            if (read >= 0) {
                return read;
            }
            marked = 0;
        }
        int left = Math.min(length, mark.length() - marked);
        mark.getChars(marked, marked + left, buffer, offset);
        marked += left;
        return left == 0 ? -1 : left;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
