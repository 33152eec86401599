package com.targettoclose.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * One page of what was done and tried, newest first.
 *
 * @param page from 0
 * @param total how many fit in all
 */
@Schema(name = "AuditPage")
record AuditPage(List<AuditLine> content, int page, int size, long total) {}
