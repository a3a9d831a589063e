package io.issueloop.model;

import io.issueloop.shared.Refused;

/**
 * What an author wants to deploy.
 *
 * @param base version it was made from, 0 for a new model
 * @param reason why, 1–500 characters
 */
public record ModelDraft(ModelId id, String content, int base, String reason) {

    /**
     * @throws Refused when {@code latest} is not what the draft was made from
     */
    public void demandNothingNewerThan(int latest) {
        if (base == 0 && latest > 0) {
            throw new Refused(
                    "您新建期间，已有人用同一编号部署了第 %d 版。您的草稿还在，请换一个编号，或先下载它，再打开那个模型修改".formatted(latest));
        }
        if (latest != base) {
            throw new Refused(
                    "在您打开之后，已有人部署了第 %d 版（您改的是第 %d 版）。请先下载或保留您的修改，打开最新版本比较后再部署"
                            .formatted(latest, base));
        }
    }
}
