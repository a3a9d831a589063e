package io.issueloop.issue;

import io.issueloop.shared.Refused;
import java.util.Optional;

/**
 * Other stars for a solution that was rated, or should have been.
 *
 * @param stars 1–5
 * @param comment at most 2,000 characters; may be empty
 * @param seen how many ratings of this resolution the reporter knew of; empty where nobody says
 */
public record RatingChange(int stars, String comment, Optional<Integer> seen) {

    Rating rating() {
        return new Rating(Optional.of(stars), comment.strip());
    }

    /**
     * What the reporter wrote on another phone, or in another window, is not overwritten unseen.
     *
     * @throws Refused when there is a rating they did not know of
     */
    void requireUpToDate(SinceResolution since) {
        if (seen.filter(known -> known != since.ratings()).isPresent()) {
            throw since.stars()
                    .map(
                            given ->
                                    new Refused(
                                            "您在别处已改为 %d 星，这次填写的还没有保存。仍以这次为准，请再保存一次。"
                                                    .formatted(given)))
                    .orElseGet(() -> new Refused("您在别处已更新评价，这次填写的还没有保存。仍以这次为准，请再保存一次。"));
        }
    }
}
