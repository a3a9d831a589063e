/**
 * WeCom: the adapter of every feature to 企业微信. The only package that knows HTTP calls to it, its
 * wire format, tokens and callback encryption.
 */
@ApplicationModule(
        displayName = "企业微信",
        allowedDependencies = {
            "appraisal",
            "appraisal :: archive",
            "approval",
            "collaboration",
            "collaboration :: workbench",
            "collaboration :: review",
            "collaboration :: weekly",
            "delivery",
            "directory",
            "issue",
            "knowledge",
            "kpi",
            "notification",
            "pilot",
            "shared"
        })
@NullMarked
package io.issueloop.wecom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
