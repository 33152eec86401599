package com.targettoclose.opportunity;

import java.util.HashMap;
import java.util.Map;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction knows and nobody else can change before it ends: no need to read it again. Gone with the
 * transaction, and out of sight while another one runs in between.
 */
public final class TransactionMemory<V> {

    /** What this transaction remembers, by key, to read and to write; outside of a transaction nothing stays. */
    public Map<String, V> values() {
        @SuppressWarnings("unchecked")
        var known = (Holder<V>) TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return known.values;
        }
        var holder = new Holder<V>();
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            TransactionSynchronizationManager.bindResource(this, holder);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<>(holder, this) {});
        }
        return holder.values;
    }

    private static final class Holder<V> extends ResourceHolderSupport {

        private final Map<String, V> values = new HashMap<>();
    }
}
