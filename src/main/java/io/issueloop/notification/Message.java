package io.issueloop.notification;

import io.issueloop.shared.UserId;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Something a member reads in WeCom, in our words; all texts are Chinese and plain (never WeCom
 * markup).
 */
public sealed interface Message {

    /** A card that only tells: title, text, one link that opens the right page logged in. */
    record Notice(String title, String text, URI link) implements Message {}

    /**
     * A card to act on.
     *
     * @param cardId unique for ever, {@code [0-9A-Za-z_\-@]}, at most 128 bytes (page 90236
     *     task_id)
     * @param facts at most six name–value lines
     * @param choice an optional drop-down above the buttons
     * @param buttons at most six; empty with an {@code outcome}
     * @param outcome what a finished card says in place of live buttons, e.g. 已接单
     */
    record ActionCard(
            String cardId,
            String title,
            String description,
            List<Fact> facts,
            Optional<Choice> choice,
            List<Button> buttons,
            Optional<String> outcome,
            URI link)
            implements Message {}

    /**
     * Several things at once: a heading, and a line with a link of its own for each.
     *
     * @param all opens the page that has them all
     */
    record Digest(String title, List<Entry> entries, URI all) implements Message {
        public record Entry(String text, URI link) {}
    }

    /**
     * A line of a card; a fact about a person carries the userid so that WeCom shows the profile.
     */
    record Fact(String name, String value, Optional<UserId> person) {
        public static Fact of(String name, String value) {
            return new Fact(name, value, Optional.empty());
        }
    }

    /** A drop-down of at most ten options; {@code key} comes back in the click. */
    record Choice(String key, String title, List<Option> options, Optional<String> selected) {
        public record Option(String id, String text) {}
    }

    /** A button: a click that comes back to us, or, with a link, a page that opens. */
    record Button(String key, String text, boolean primary, Optional<URI> link) {}
}
