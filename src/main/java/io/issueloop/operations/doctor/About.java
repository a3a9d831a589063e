package io.issueloop.operations.doctor;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a {@link Check} is about. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface About {

    /** In Chinese, at most seven characters. */
    String value();

    /** Without these it would only repeat what another check has said. */
    Need[] needs() default {};

    /** What others may rely on when this one finds nothing broken. */
    Need[] grounds() default {};

    /** What checks stand on. */
    enum Need {
        SETTINGS("设置"),
        DATABASE("数据库"),
        WECOM("企业微信");

        private final String label;

        Need(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
