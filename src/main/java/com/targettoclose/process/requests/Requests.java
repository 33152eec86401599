package com.targettoclose.process.requests;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The kinds of request there are. */
@Service
class Requests {

    private final Map<String, Request> kinds;

    Requests(List<Request> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toMap(Request::kind, Function.identity()));
    }

    /** The kind of this name, as a diagram wrote it. */
    Request kind(String name) {
        var kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalStateException("There is no request of the kind '" + name + "'. There are: "
                    + String.join(", ", kinds.keySet()) + ".");
        }
        return kind;
    }
}
