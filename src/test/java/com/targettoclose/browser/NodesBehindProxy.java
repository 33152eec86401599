package com.targettoclose.browser;

import com.targettoclose.docker.RunningProxy;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.Node;
import com.targettoclose.testing.TestDatabase.Postgres;
import java.io.IOException;
import java.nio.file.Path;

/** Two nodes with the sample on one PostgreSQL, behind the proxy that ships. */
final class NodesBehindProxy implements AutoCloseable {

    /** Of all users of the sample. */
    static final String PASSWORD = "demo";

    private final String database = Postgres.newDatabase();
    private final int[] ports = {Node.freePort(), Node.freePort()};
    private final Node[] nodes = new Node[2];
    private final RunningProxy proxy;

    /** Starts the proxy, where there is one on this machine; its nodes are not there yet. */
    NodesBehindProxy(Path folder) throws Exception {
        RunningProxy.assumeInstalled();
        proxy = new RunningProxy(folder, ports[0], ports[1], Node.freePort());
    }

    int proxyPort() {
        return proxy.tlsPort();
    }

    /** Starts both, the one that makes the tables first. */
    void startAll() throws IOException {
        start(0).awaitReady();
        start(1);
    }

    /** Starts those that were killed, and waits for all. */
    void startThoseThatEnded() throws IOException {
        for (int n = 0; n < nodes.length; n++) {
            var node = nodes[n].alive() ? nodes[n] : start(n);
            node.awaitReady();
        }
    }

    /** Starts one where it was; it may not be ready yet. */
    Node start(int n) throws IOException {
        nodes[n] = Node.on(database, "lost-node-" + (n + 1))
                .at(ports[n])
                .with("--server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1")
                .with("--T2C_SECURE_COOKIES=true")
                .start();
        return nodes[n];
    }

    void kill(int n) throws InterruptedException {
        nodes[n].kill();
    }

    /** A user's program that asks one node, past the proxy. */
    Http as(String user, int node) {
        return new Http(ports[node], user, PASSWORD);
    }

    @Override
    public void close() throws Exception {
        proxy.close();
        for (var node : nodes) {
            if (node != null) {
                node.close();
            }
        }
    }
}
