package io.issueloop.sandbox.callback;

/**
 * One callback's plaintext (page 90240): ordered XML fields, text as CDATA.
 *
 * <p>{@code ToUserName} and {@code CreateTime} are filled in when it is queued.
 */
public final class Event {

    private final String from;
    private final String name;
    private final boolean ofApp;
    private final StringBuilder fields = new StringBuilder();

    private Event(String from, String name, boolean ofApp) {
        this.from = from;
        this.name = name;
        this.ofApp = ofApp;
    }

    /** An event of the app itself: it carries the AgentID. */
    public static Event ofApp(String from, String name) {
        return new Event(from, name, true);
    }

    /** An event of another WeCom application, such as documents or contacts. */
    public static Event of(String from, String name) {
        return new Event(from, name, false);
    }

    public Event text(String field, String value) {
        fields.append('<').append(field).append('>').append(cdata(value));
        fields.append("</").append(field).append('>');
        return this;
    }

    public Event number(String field, long value) {
        return open(field).raw(Long.toString(value)).close(field);
    }

    public Event open(String field) {
        return raw("<" + field + ">");
    }

    public Event close(String field) {
        return raw("</" + field + ">");
    }

    String from() {
        return from;
    }

    String name() {
        return name;
    }

    boolean isOfApp() {
        return ofApp;
    }

    String xml(String corpId, int agentId, long createTime) {
        var head = new Event(from, name, ofApp);
        head.open("xml").text("ToUserName", corpId).text("FromUserName", from);
        head.number("CreateTime", createTime).text("MsgType", "event").text("Event", name);
        head.raw(fields.toString());
        if (ofApp) {
            head.number("AgentID", agentId);
        }
        return head.close("xml").fields.toString();
    }

    private Event raw(String text) {
        fields.append(text);
        return this;
    }

    private static String cdata(String value) {
        return "<![CDATA[" + value.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }
}
