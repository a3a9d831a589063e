package io.issueloop.wecom;

import io.issueloop.delivery.Capability;
import java.util.List;
import java.util.function.Consumer;

/** One thing the application needs in WeCom. Every bean of this type is part of set-up. */
interface SetupPart {

    /** In Chinese: 智能表格「问题跟踪」. */
    String label();

    /** What of WeCom it is for; it is left alone while that is not done by the application. */
    Capability capability();

    /** Whether issues cannot come in, or be worked on, without it. */
    default boolean isEssential() {
        return false;
    }

    /**
     * Reads back from WeCom what is there.
     *
     * @return what is missing or not as it ought to be, in Chinese; empty when all is well
     */
    List<String> missing();

    /**
     * Creates what is missing; called after {@link #missing} found something, and followed by it.
     *
     * @param created is told what was created, in Chinese
     */
    void ensure(Consumer<String> created);
}
