package com.targettoclose.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Hears the queries that go to PostgreSQL, and has the database explain them with their parameters. */
class HeardQueries implements QueryExecutionListener {

    private static final Pattern TIME = Pattern.compile("(Planning|Execution) Time: ([\\d.]+) ms");

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private DataSource database;

    private record Heard(QueryInfo query, long millis) {}

    /** How long the database took for a query, planning included, and how it went about it. */
    record Plan(double millis, String text) {}

    /** Puts the listener before the data source of the application. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        static HeardQueries heardQueries() {
            return new HeardQueries();
        }

        @Bean
        static BeanPostProcessor hearEverything(HeardQueries listener) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (!(bean instanceof DataSource source)) {
                        return bean;
                    }
                    listener.database = source;
                    return ProxyDataSourceBuilder.create(source)
                            .listener(listener)
                            .build();
                }
            };
        }
    }

    void clear() {
        heard.clear();
    }

    /** The plan of the one query heard since that speaks of this table. */
    Plan explain(String table) throws SQLException {
        return explain(heard.stream()
                .map(Heard::query)
                .filter(it -> it.getQuery().contains(table))
                .reduce((one, other) -> {
                    throw new AssertionError("More than one query of " + table + ": " + one + ", " + other);
                })
                .orElseThrow());
    }

    /** The plan of the query that took longest since. */
    Plan explainSlowest() throws SQLException {
        return explain(heard.stream()
                .max(Comparator.comparing(Heard::millis))
                .map(Heard::query)
                .orElseThrow());
    }

    private Plan explain(QueryInfo query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("explain (analyze, buffers) " + query.getQuery())) {
            for (ParameterSetOperation parameter : query.getParametersList().get(0)) {
                statement.setObject((Integer) parameter.getArgs()[0], parameter.getArgs()[1]);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
        }
        var text = String.join("\n", lines);
        double millis = TIME.matcher(text)
                .results()
                .mapToDouble(time -> Double.parseDouble(time.group(2)))
                .sum();
        return new Plan(millis, text);
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        queries.forEach(query -> heard.add(new Heard(query, execution.getElapsedTime())));
    }
}
