package com.targettoclose.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What a node reaches its database through: it can be cut, or go silent without anybody noticing. */
final class Cable implements AutoCloseable {

    private static final int PIECE = 16_384;

    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Line> lines = new ConcurrentLinkedQueue<>();
    private final ServerSocket ear;
    private volatile boolean cut;

    /** Lays it to a port of this machine. */
    Cable(int target) throws IOException {
        this.target = target;
        this.ear = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return ear.getLocalPort();
    }

    /** Breaks every connection, and each that is tried. */
    void cut() {
        cut = true;
        lines.forEach(Line::close);
        lines.clear();
    }

    /** Nothing arrives any more on the connections there are, and nobody says so; new ones work. */
    void silence() {
        lines.forEach(line -> line.silent = true);
    }

    /** Repairs what was {@link #cut}. What was silent stays it. */
    void mend() {
        cut = false;
    }

    private void accept() {
        try {
            while (true) {
                connect(ear.accept());
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void connect(Socket node) throws IOException {
        if (cut) {
            node.close();
            return;
        }
        try {
            var line = new Line(node, new Socket(InetAddress.getLoopbackAddress(), target));
            lines.add(line);
            threads.execute(() -> line.carry(line.node, line.database));
            threads.execute(() -> line.carry(line.database, line.node));
        } catch (IOException e) {
            node.close();
        }
    }

    /** One connection. */
    private static final class Line {

        private final Socket node;
        private final Socket database;
        private volatile boolean silent;

        Line(Socket node, Socket database) {
            this.node = node;
            this.database = database;
        }

        void carry(Socket from, Socket to) {
            try {
                carry(from.getInputStream(), to.getOutputStream());
            } catch (IOException e) {
                // one of them is gone
            }
            // who is at the other end of a silent line never hears that somebody left
            if (!silent) {
                close();
            }
        }

        private void carry(InputStream from, OutputStream to) throws IOException {
            var piece = new byte[PIECE];
            for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
                if (!silent) {
                    to.write(piece, 0, read);
                }
            }
        }

        void close() {
            for (var end : new Socket[] {node, database}) {
                try {
                    end.close();
                } catch (IOException e) {
                    // it is gone already
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        ear.close();
        cut();
        threads.shutdownNow();
    }
}
