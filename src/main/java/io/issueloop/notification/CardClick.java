package io.issueloop.notification;

import io.issueloop.shared.UserId;
import java.util.Map;
import java.util.Optional;

/**
 * A member pressed a button of a card.
 *
 * @param by the member in the decrypted callback, never one named by the card
 * @param selections chosen option ids by the drop-down's key
 * @param updateCode allows one update of the clicked card
 */
public record CardClick(
        String cardId,
        UserId by,
        String buttonKey,
        Map<String, String> selections,
        Optional<String> updateCode) {}
