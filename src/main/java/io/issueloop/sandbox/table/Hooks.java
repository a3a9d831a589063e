package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import io.issueloop.sandbox.table.Sheets.Ref;
import java.util.Optional;

/** Keys by which a sheet takes data from outside ("接收外部数据"); a person makes them in the table. */
public final class Hooks {

    private final Table hooks;
    private final Ids ids;

    Hooks(Store store, Ids ids) {
        this.hooks = store.table("sheet_hooks");
        this.ids = ids;
    }

    /** The sheet's key; always the same once it has one. */
    public String keyOf(Ref ref) {
        return hooks.all().stream()
                .filter(hook -> ref(hook).equals(ref))
                .map(hook -> hook.path("key").asText())
                .findFirst()
                .orElseGet(() -> open(ref));
    }

    private String open(Ref ref) {
        var key = ids.random("", 44);
        var hook = Json.object().put("key", key).put("docid", ref.docid());
        hooks.put(key, hook.put("sheetId", ref.sheetId()));
        return key;
    }

    Optional<Ref> find(String key) {
        return hooks.get(key).map(Hooks::ref);
    }

    private static Ref ref(ObjectNode hook) {
        return new Ref(hook.path("docid").asText(), hook.path("sheetId").asText());
    }
}
