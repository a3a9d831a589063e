package io.issueloop.sandbox.table;

import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.doc.Docs;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Settings;
import io.issueloop.sandbox.state.Store;
import org.springframework.context.annotation.Bean;

/** Wiring of this package. */
public final class TableBeans {

    @Bean
    Sheets sheets(Store store, Docs docs, Ids ids) {
        return new Sheets(store, docs, ids);
    }

    @Bean
    Rows rows(Sheets sheets, Contacts contacts, Ids ids, SandboxClock clock) {
        return new Rows(sheets, new Cells(contacts, ids), clock);
    }

    @Bean
    RecordView recordView(Contacts contacts, Settings settings) {
        return new RecordView(contacts, settings);
    }

    @Bean
    Grid grid(Sheets sheets, RecordView view) {
        return new Grid(sheets, view);
    }

    @Bean
    MemberEdits memberEdits(
            Sheets sheets, Rows rows, Contacts contacts, Docs docs, Callbacks callbacks) {
        return new MemberEdits(sheets, rows, new PlainCells(contacts), docs, callbacks);
    }

    @Bean
    MemberTables memberTables(Sheets sheets, Docs docs, Hooks hooks, MemberEdits edits) {
        return new MemberTables(sheets, new Fields(sheets), docs, hooks, edits);
    }

    @Bean
    Hooks sheetHooks(Store store, Ids ids) {
        return new Hooks(store, ids);
    }

    @Bean
    Endpoints.Area sheetHookApi(Hooks hooks, Sheets sheets, Rows rows, RecordView view) {
        return new HookApi(hooks, sheets, rows, view);
    }

    @Bean
    Endpoints.Area fieldGroupApi(Sheets sheets) {
        return new GroupApi(sheets);
    }

    @Bean
    Endpoints.Area sheetApi(Sheets sheets) {
        return new SheetApi(sheets);
    }

    @Bean
    Endpoints.Area viewApi(Sheets sheets) {
        return new ViewApi(sheets);
    }

    @Bean
    Endpoints.Area fieldApi(Sheets sheets) {
        return new FieldApi(sheets, new Fields(sheets));
    }

    @Bean
    Endpoints.Area recordApi(Sheets sheets, Rows rows, RecordView view, SandboxClock clock) {
        return new RecordApi(sheets, rows, view, clock);
    }
}
