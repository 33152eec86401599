package com.targettoclose.attack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart body, put together part by part and held to no rule. */
final class Multipart {

    private static final String BOUNDARY = "----attack";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static Multipart parts() {
        return new Multipart();
    }

    /** What the Modeler sends to deploy one file. */
    static Body deployment(String fileName, String content) {
        return parts().field("deployment-name", "attack")
                .file("data", fileName, content)
                .end();
    }

    Multipart field(String name, String value) {
        return part("form-data; name=\"" + name + "\"", "text/plain", value.getBytes(StandardCharsets.UTF_8));
    }

    Multipart file(String name, String fileName, String content) {
        return file(name, fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    Multipart file(String name, String fileName, byte[] content) {
        return part(
                "form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"", "application/octet-stream", content);
    }

    Multipart part(String disposition, String type, byte[] content) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\nContent-Type: " + type + "\r\n\r\n");
        bytes.writeBytes(content);
        write("\r\n");
        return this;
    }

    Body end() {
        write("--" + BOUNDARY + "--\r\n");
        return cut();
    }

    /** The body without its end. */
    Body cut() {
        return new Body("multipart/form-data; boundary=" + BOUNDARY, bytes.toByteArray());
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
