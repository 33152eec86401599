package com.targettoclose.crmimport;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

/** Files to import: small ones of our own, and the export of a real CRM where it is at hand. */
final class CrmFiles {

    /** The export of a real CRM; not everywhere. */
    static final Path EXPORT = Path.of("../shared/data/crm-sales-opportunities");

    static final String HEADER =
            "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n";

    static final String MAPPING = """
            {"columns": {"id": "opportunity_id", "owner": "sales_agent", "account": "account", "product": "product",
                         "stage": "deal_stage", "openedOn": "engage_date", "closedOn": "close_date", "value": "close_value"},
             "dateFormat": "M/d/yyyy", "currency": "USD", "roadmap": "target-to-close",
             "stages": {"Prospecting": {"status": "open"},
                        "Engaging": {"status": "open", "holds": ["fit-hypothesis", "value-for-client", "time"]},
                        "Won": {"status": "won"}, "Lost": {"status": "lost"}}}
            """;

    private CrmFiles() {}

    /** An upload of rows below the usual header. */
    static Imports.Upload rows(String rows) {
        return upload(HEADER + rows);
    }

    static Imports.Upload upload(String csv) {
        return upload(csv.getBytes(StandardCharsets.UTF_8));
    }

    static Imports.Upload upload(byte[] csv) {
        return new Imports.Upload(new ByteArrayResource(csv), "deals.csv", MAPPING, null);
    }

    /** The real export with its teams. */
    static Imports.Upload export(String teams) {
        return new Imports.Upload(
                new FileSystemResource(EXPORT.resolve("sales_pipeline.csv")), "sales_pipeline.csv", MAPPING, teams);
    }
}
