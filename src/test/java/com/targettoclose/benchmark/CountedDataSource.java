package com.targettoclose.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Counts what goes to the database: JDBC calls, statements by kind, rows inserted and selects by table. */
class CountedDataSource implements QueryExecutionListener {

    private static final Pattern FROM = Pattern.compile("\\sfrom\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

    private final AtomicBoolean counting = new AtomicBoolean();
    private final Map<String, LongAdder> rows = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> inserts = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> selects = new ConcurrentHashMap<>();
    private final LongAdder calls = new LongAdder();

    /** Puts the counter before the data source of the application. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        static CountedDataSource countedDataSource() {
            return new CountedDataSource();
        }

        @Bean
        static BeanPostProcessor countEverything(CountedDataSource counter) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source
                            ? ProxyDataSourceBuilder.create(source)
                                    .listener(counter)
                                    .build()
                            : bean;
                }
            };
        }
    }

    void counted(Runnable work) {
        counting.set(true);
        try {
            work.run();
        } finally {
            counting.set(false);
        }
    }

    void reset() {
        rows.clear();
        inserts.clear();
        selects.clear();
        calls.reset();
    }

    long calls() {
        return calls.sum();
    }

    /** Rows by kind of statement: insert, update, delete, and select statements. */
    long rows(String kind) {
        return rows.getOrDefault(kind, new LongAdder()).sum();
    }

    /** Rows inserted, by table. */
    Map<String, Long> inserted() {
        return sums(inserts);
    }

    /** Selects, by the first table they name. */
    Map<String, Long> selected() {
        return sums(selects);
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counts) {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((table, sum) -> sums.put(table, sum.sum()));
        return sums;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (!counting.get()) {
            return;
        }
        calls.increment();
        for (var query : queries) {
            int times = Math.max(1, query.getParametersList().size());
            var words = query.getQuery().strip().split("\\s+", 4);
            var kind = words[0].toLowerCase(Locale.ROOT);
            rows.computeIfAbsent(kind, any -> new LongAdder()).add(times);
            if (kind.equals("insert")) {
                var table = words[2].toLowerCase(Locale.ROOT).replaceAll("\\W.*", "");
                inserts.computeIfAbsent(table, any -> new LongAdder()).add(times);
            }
            var from = FROM.matcher(query.getQuery());
            if (kind.equals("select") && from.find()) {
                var table = from.group(1).toLowerCase(Locale.ROOT);
                selects.computeIfAbsent(table, any -> new LongAdder()).add(times);
            }
        }
    }
}
