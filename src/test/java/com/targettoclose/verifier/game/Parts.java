package com.targettoclose.verifier.game;

import java.util.List;
import java.util.stream.Stream;

/** What there is in a diagram to be mistaken about. */
public final class Parts {

    private final Net net;

    /** Of a diagram's text. */
    public Parts(String text) {
        this.net = new Net(text);
    }

    /** The ids of its flows. */
    public List<String> flows() {
        return net.all()
                .flatMap(it -> net.out(it.id()).stream())
                .map(Net.Flow::id)
                .toList();
    }

    /** Every other node to which a flow could lead. */
    public Stream<String> targets(String flow) {
        var it = net.all()
                .flatMap(node -> net.out(node.id()).stream())
                .filter(one -> one.id().equals(flow))
                .findFirst()
                .orElseThrow();
        return beside(it.source()).filter(node -> !node.equals(it.target()) && !node.equals(it.source()));
    }

    /** Pairs of nodes between which no flow leads. */
    public Stream<List<String>> pairs() {
        return net.all()
                .filter(it -> !it.type().equals("endEvent"))
                .flatMap(from -> beside(from.id())
                        .filter(to -> !to.equals(from.id())
                                && net.out(from.id()).stream()
                                        .noneMatch(it -> it.target().equals(to)))
                        .map(to -> List.of(from.id(), to)));
    }

    private Stream<String> beside(String node) {
        var scope = net.node(node).scope();
        return net.all()
                .filter(it -> it.scope().equals(scope)
                        && !it.type().equals("startEvent")
                        && !it.type().equals("boundaryEvent"))
                .map(Net.Node::id);
    }
}
