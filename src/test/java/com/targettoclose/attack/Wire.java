package com.targettoclose.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** Speaks HTTP byte by byte, as no client library lets one: paths as they are written, headers twice, wrong lengths. */
final class Wire {

    private static final int PATIENCE = 60_000;
    private static final String HEAD_END = "\r\n\r\n";

    private Wire() {}

    static Reply send(int port, String method, String path, List<Entry<String, String>> headers, byte[] body) {
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        headers.forEach(header -> line(head, header.getKey(), header.getValue()));
        unless(headers, "Host", "127.0.0.1:" + port, head);
        if (body.length > 0 || !method.equals("GET")) {
            unless(headers, "Content-Length", Integer.toString(body.length), head);
        }
        line(head, "Connection", "close");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return send(port, bytes.toByteArray());
    }

    /** Sends these bytes, and reads what comes back until the connection is closed. */
    static Reply send(int port, byte[] request) {
        var answer = new ByteArrayOutputStream();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            write(socket, request);
            socket.getInputStream().transferTo(answer);
        } catch (IOException e) {
            // closed while we were still talking: what was said until then counts
        }
        return parse(answer.toString(StandardCharsets.ISO_8859_1));
    }

    /** A server that has heard enough answers and closes: its answer can be read all the same. */
    private static void write(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // read on
        }
    }

    private static Reply parse(String answer) {
        int end = answer.indexOf(HEAD_END);
        if (!answer.startsWith("HTTP/") || end < 0) {
            return new Reply(0, List.of(), answer);
        }
        var lines = answer.substring(0, end).split("\r\n");
        List<Entry<String, String>> headers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.add(Map.entry(
                    lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()));
        }
        var raw = answer.substring(end + HEAD_END.length());
        boolean chunked = headers.stream()
                .anyMatch(header -> header.getKey().equalsIgnoreCase("Transfer-Encoding")
                        && header.getValue().equalsIgnoreCase("chunked"));
        var body = (chunked ? joined(raw) : raw).getBytes(StandardCharsets.ISO_8859_1);
        return new Reply(Integer.parseInt(lines[0].split(" ")[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    private static String joined(String chunks) {
        var text = new StringBuilder();
        int at = 0;
        for (int end = chunks.indexOf("\r\n", at); end > at; end = chunks.indexOf("\r\n", at)) {
            int length = Integer.parseInt(chunks.substring(at, end), 16);
            int from = end + 2;
            text.append(chunks, from, Math.min(chunks.length(), from + length));
            at = Math.min(chunks.length(), from + length + 2);
        }
        return text.toString();
    }

    private static void unless(List<Entry<String, String>> headers, String name, String value, StringBuilder head) {
        if (headers.stream().noneMatch(header -> header.getKey().equalsIgnoreCase(name))) {
            line(head, name, value);
        }
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
