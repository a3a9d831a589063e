package io.issueloop.support;

import com.fasterxml.jackson.databind.JsonNode;

/** A message on somebody's phone; a card as this person sees it now. */
public record PhoneMessage(JsonNode message) {

    public String msgid() {
        return message.path("msgid").asText();
    }

    public boolean recalled() {
        return message.path("recalled").asBoolean();
    }

    public boolean isCard() {
        return message.path("msgtype").asText().equals("template_card");
    }

    public String taskId() {
        return message.at("/card/task_id").asText();
    }

    boolean isCardOf(String issueNo) {
        return isCard() && taskId().startsWith(issueNo + "_");
    }

    /** Whether there is a button to press. */
    public boolean isLive() {
        return isCard() && outcome().isEmpty();
    }

    /** What a card that is over says; empty while it is live. */
    public String outcome() {
        return message.path("replaceName").asText(message.at("/card/replace_text").asText(""));
    }

    public boolean says(String text) {
        return message.toString().contains(text);
    }
}
