package io.issueloop.sandbox.api;

import io.issueloop.sandbox.state.Settings;
import java.util.Set;

/**
 * Which secret opens which endpoint (pages 90193, 90196). The app reads contacts and does the rest;
 * the contact-sync assistant lists ids and keeps tags, and from a new address reads no details.
 */
final class Admission {

    private static final Set<String> OF_CONTACTS_ONLY = Set.of("user/list_id");
    private static final Set<String> OF_BOTH =
            Set.of(
                    "department/simplelist",
                    "user/getuserid",
                    "tag/create",
                    "tag/update",
                    "tag/delete",
                    "tag/get",
                    "tag/list",
                    "tag/addtagusers",
                    "tag/deltagusers");
    private static final Set<String> DETAILS =
            Set.of("user/get", "user/list", "user/simplelist", "department/list", "department/get");

    private final Settings settings;

    Admission(Settings settings) {
        this.settings = settings;
    }

    /** Whether it is the assistant's secret; 40014 where it was reset meanwhile. */
    boolean of(String secret, String path) {
        var name = path.substring("/cgi-bin/".length());
        if (secret.equals(settings.secret())) {
            if (OF_CONTACTS_ONLY.contains(name)) {
                throw new ApiError(48002, "api forbidden: contact-sync secret only");
            }
            return false;
        }
        if (!secret.equals(settings.contactsSecret())) {
            throw new ApiError(40014, "invalid access_token");
        }
        if (DETAILS.contains(name)) {
            throw new ApiError(48009, "contact-sync secret may not read details from a new ip");
        }
        if (!OF_CONTACTS_ONLY.contains(name) && !OF_BOTH.contains(name)) {
            throw new ApiError(48002, "api forbidden");
        }
        return true;
    }

    /** 60020 where the admin console names trusted addresses and this is none of them. */
    void requireTrusted(String ip) {
        if (!settings.trusts(ip)) {
            throw new ApiError(60020, "not allow to access from your ip " + ip);
        }
    }
}
