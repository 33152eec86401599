package com.targettoclose.report.facts;

import java.util.Collection;
import java.util.Map;

/** Says which edition deals run on. */
public interface EditionNumbers {

    /** The numbers of the editions that these process definitions came with, by definition id; without those that have none. */
    Map<String, Integer> numbers(Collection<String> definitionIds);
}
