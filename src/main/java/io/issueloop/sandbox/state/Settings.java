package io.issueloop.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.SandboxProperties;
import java.net.URI;
import java.util.Set;

/**
 * What the admin console of WeCom holds: where callbacks go, how they are encrypted, who sees the
 * app. Changed values are stored and win over the properties of later starts.
 */
public final class Settings {

    private static final Set<String> NAMES =
            Set.of(
                    "callbackUrl",
                    "token",
                    "aesKey",
                    "patient",
                    "visibleRange",
                    "approval",
                    "todoEndpoint",
                    "secret",
                    "contactsSecret",
                    "ipCheck",
                    "trustedIps");

    private final Table stored;
    private final SandboxProperties properties;

    Settings(Store store, SandboxProperties properties) {
        this.stored = store.table("settings");
        this.properties = properties;
    }

    public String corpId() {
        return properties.corpId();
    }

    public int agentId() {
        return properties.agentId();
    }

    public String appName() {
        return properties.appName();
    }

    public URI callbackUrl() {
        return URI.create(current().path("callbackUrl").asText());
    }

    public String token() {
        return current().path("token").asText();
    }

    public String aesKey() {
        return current().path("aesKey").asText();
    }

    public boolean patient() {
        return current().path("patient").asBoolean();
    }

    /** The app's secret: what it may do, it does with this one. */
    public String secret() {
        return current().path("secret").asText();
    }

    /** The secret of the contact-sync assistant, which may do little else. */
    public String contactsSecret() {
        return current().path("contactsSecret").asText();
    }

    /** Whether the app may be called from there. */
    public boolean trusts(String ip) {
        var all = current();
        return !all.path("ipCheck").asBoolean() || Json.texts(all.path("trustedIps")).contains(ip);
    }

    /** {@code {departments, members, excludedDepartments}}. */
    public JsonNode visibleRange() {
        return current().path("visibleRange");
    }

    /** The approval application: {@code {enabled, callable, events}}, each true unless changed. */
    public JsonNode approval() {
        return current().path("approval");
    }

    /** Whether a gateway of the tenant offers {@code oa/todo/create}, which WeCom does not. */
    public boolean hasTodoEndpoint() {
        return current().path("todoEndpoint").asBoolean();
    }

    public ObjectNode current() {
        var all =
                Json.object()
                        .put("callbackUrl", properties.callbackUrl().toString())
                        .put("token", properties.token())
                        .put("aesKey", properties.aesKey())
                        .put("patient", properties.patient())
                        .put("todoEndpoint", properties.todoEndpoint())
                        .put("secret", properties.secret())
                        .put("contactsSecret", properties.contactsSecret())
                        .put("ipCheck", false);
        all.putObject("approval").put("enabled", true).put("callable", true).put("events", true);
        all.putArray("trustedIps");
        stored.get("changed").ifPresent(all::setAll);
        return all;
    }

    /** Present fields change, a null field returns to its property. Unknown ones are refused. */
    public void change(ObjectNode changes) {
        var changed = stored.get("changed").orElseGet(Json::object);
        changes.properties()
                .forEach(
                        field -> {
                            if (!NAMES.contains(field.getKey())) {
                                throw new IllegalArgumentException(
                                        "unknown setting " + field.getKey());
                            }
                            if (field.getValue().isNull()) {
                                changed.remove(field.getKey());
                            } else {
                                changed.set(field.getKey(), field.getValue());
                            }
                        });
        stored.put("changed", changed);
    }
}
