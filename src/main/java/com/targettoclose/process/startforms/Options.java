package com.targettoclose.process.startforms;

import com.targettoclose.process.people.Option;
import java.util.List;
import java.util.Map;

/** What a field of a start form offers. */
sealed interface Options {

    /** The same whatever else the form says. */
    record Fixed(List<Option> all) implements Options {}

    /** What can be chosen for each value of another field. */
    record By(String field, Map<String, List<Option>> byValue) implements Options {}
}
