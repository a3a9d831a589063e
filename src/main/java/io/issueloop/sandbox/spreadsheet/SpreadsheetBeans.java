package io.issueloop.sandbox.spreadsheet;

import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.doc.Docs;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Store;
import org.springframework.context.annotation.Bean;

/** Wiring of this package. */
public final class SpreadsheetBeans {

    @Bean
    Spreadsheets spreadsheets(Store store, Docs docs, Ids ids) {
        return new Spreadsheets(store, docs, ids);
    }

    @Bean
    Endpoints.Area spreadsheetApi(Spreadsheets sheets) {
        return new SpreadsheetApi(sheets);
    }
}
