package io.issueloop.wecom;

import org.springframework.stereotype.Component;

/** Whether WeCom lets us in, tried step by step. */
@Component
public class WeComAccess {

    private final TokenApi tokens;
    private final ContactsApi contacts;
    private final WeComProperties properties;

    WeComAccess(TokenApi tokens, ContactsApi contacts, WeComProperties properties) {
        this.tokens = tokens;
        this.contacts = contacts;
        this.properties = properties;
    }

    /**
     * Asks for a token with the settings as they are now, whatever token is still alive; within its
     * life WeCom gives the same one again.
     *
     * @throws WeComRejected when corp id or secret are wrong
     * @throws WeComUnavailable when WeCom does not answer
     */
    public void signOn() {
        if (tokens.gettoken(properties.corpId(), properties.secret()).access_token().isEmpty()) {
            throw new WeComUnavailable("企业微信没有给出访问凭证", null);
        }
    }

    /**
     * Makes an ordinary call.
     *
     * @return how many departments are in the visible range
     * @throws WeComRejected 60020 when calls from this address are not allowed, say
     * @throws WeComUnavailable when WeCom does not answer
     */
    public int call() {
        return contacts.departments().department().size();
    }
}
