package com.targettoclose.process.requests;

import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The kinds of request there are. */
@Service
class Requests {

    private final Map<String, Request> kinds;

    Requests(List<DealRequest> aboutDeals, List<Request> others, Opportunities opportunities, Ledger ledger) {
        Stream<Request> deals = aboutDeals.stream().map(kind -> new RequestAboutDeal(kind, opportunities, ledger));
        this.kinds =
                Stream.concat(deals, others.stream()).collect(Collectors.toMap(Request::kind, Function.identity()));
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
