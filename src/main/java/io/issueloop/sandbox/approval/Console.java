package io.issueloop.sandbox.approval;

import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Settings;

/** What the admin console says of the approval application: setting {@code approval}. */
final class Console {

    private final Settings settings;
    private final Contacts contacts;

    Console(Settings settings, Contacts contacts) {
        this.settings = settings;
        this.contacts = contacts;
    }

    /** Whether the app is in 审批-可调用接口的应用. */
    boolean isCallable() {
        return settings.approval().path("callable").asBoolean(true);
    }

    /** Whether 审批状态通知事件 is ticked for the app. */
    boolean tells() {
        return isCallable() && settings.approval().path("events").asBoolean(true);
    }

    /** 301056 where the corp switched 审批 off, 301055 where the app may not call it. */
    void require() {
        if (!settings.approval().path("enabled").asBoolean(true)) {
            throw new ApiError(301056, "approval app is disabled");
        }
        if (!isCallable()) {
            throw Wrong.notAllowed();
        }
    }

    /** A self-built app deals only with forms of applicants it sees. */
    boolean sees(Form form) {
        return contacts.sees(form.applicant());
    }
}
