package com.targettoclose.crmimport;

import com.targettoclose.background.WorkState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many imports there are in each state. */
@Component
class ImportMeters implements MeterBinder {

    private final ImportTable imports;

    ImportMeters(ImportTable imports) {
        this.imports = imports;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (var state : WorkState.values()) {
            Gauge.builder("t2c.imports", imports, table -> table.count(state))
                    .tag("state", state.value())
                    .description("Imports of CRM exports")
                    .register(meters);
        }
    }
}
