package io.issueloop.collaboration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param todo how a handler's to-do comes into WeCom beside the card (WECOM_TODO)
 */
@ConfigurationProperties("wecom")
record TodoProperties(@DefaultValue("card") Mode todo) {

    enum Mode {
        /** The card is the to-do; inside WeCom the page offers the native one. */
        CARD,
        /** The page offers the native one everywhere. */
        NATIVE,
        /** The tenant's gateway creates one by {@code oa/todo/create}. */
        ENDPOINT
    }
}
