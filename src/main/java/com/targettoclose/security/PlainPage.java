package com.targettoclose.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/**
 * A page with one sentence and one link, for somebody who cannot be let in.
 *
 * @param sentence what happened and what to do next
 * @param link where to go from here, and what it says there
 */
record PlainPage(HttpStatus status, String title, String sentence, String link, String linkText) {

    private static final String HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%1$s</title></head>
            <body><main><h1>%1$s</h1><p>%2$s</p><p><a href="%3$s">%4$s</a></p></main></body>
            </html>
            """;

    void send(HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(HTML.formatted(escaped(title), escaped(sentence), escaped(link), escaped(linkText)));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
