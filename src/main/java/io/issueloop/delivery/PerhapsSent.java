package io.issueloop.delivery;

import org.jspecify.annotations.Nullable;

/** Nobody knows whether a call took effect, and it must not happen twice: a person looks. */
public class PerhapsSent extends RuntimeException implements InVain {

    PerhapsSent(@Nullable Throwable cause) {
        super("不确定是否已送达企业微信，请人工确认：未送达则在 Cockpit 中重试，已送达则取消", cause);
    }

    @Override
    public boolean isInVain() {
        return true;
    }
}
