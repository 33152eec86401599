package com.targettoclose.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Closes every context after the last test. Left to the JVM's end, contexts and database would stop at the same time, and
 * a context that closes waits for connections it no longer gets.
 */
class CloseAtTheEnd implements BeforeAllCallback {

    private static final List<ConfigurableApplicationContext> CONTEXTS = new CopyOnWriteArrayList<>();

    static void remember(ConfigurableApplicationContext context) {
        CONTEXTS.add(context);
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        test.getRoot().getStore(Namespace.create(CloseAtTheEnd.class)).getOrComputeIfAbsent("contexts", key ->
                (CloseableResource) CloseAtTheEnd::closeAll);
    }

    private static void closeAll() {
        CONTEXTS.forEach(ConfigurableApplicationContext::close);
        CONTEXTS.clear();
    }
}
