package com.targettoclose.architecture.wrong;

import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Speaks SQL and is no table. */
public record SqlAnywhere(JdbcClient jdbc, NamedParameterJdbcTemplate batches, DataSource database) {}
