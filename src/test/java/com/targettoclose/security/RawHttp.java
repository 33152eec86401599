package com.targettoclose.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Speaks HTTP as it comes: what a well-behaved client would correct or refuse to send. */
final class RawHttp {

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    /** An answer: the status line, the headers, the body. */
    record Answer(int status, List<String> headers, String body) {

        /** A header's values. */
        List<String> header(String name) {
            var start = name.toLowerCase(Locale.ROOT) + ": ";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .toList();
        }
    }

    static String basic(String user, String password) {
        var both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** Sends a request from this machine's usual address. */
    Answer send(String requestLine, String... headers) {
        return sendFrom("127.0.0.1", requestLine, headers);
    }

    /** Sends a request from an address of this machine. */
    Answer sendFrom(String address, String requestLine, String... headers) {
        var request = new StringBuilder(requestLine + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        Arrays.stream(headers).forEach(header -> request.append(header).append("\r\n"));
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Answer read(String answer) {
        var parts = answer.split("\r\n\r\n", 2);
        var head = List.of(parts[0].split("\r\n"));
        return new Answer(
                Integer.parseInt(head.get(0).split(" ")[1]),
                head.subList(1, head.size()),
                parts.length > 1 ? parts[1] : "");
    }
}
