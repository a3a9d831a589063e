/**
 * Web: who may open which door, the pages people see and the REST API. Rules about issues and KPIs
 * live in their features; here they are only shown and asked.
 */
@ApplicationModule(
        displayName = "页面",
        allowedDependencies = {
            "appraisal",
            "appraisal :: archive",
            "appraisal :: appeal",
            "appraisal :: people",
            "appraisal :: effects",
            "appraisal :: targets",
            "approval",
            "audit",
            "collaboration",
            "collaboration :: monthly",
            "collaboration :: review",
            "collaboration :: weekly",
            "issue",
            "issue::imports",
            "delivery",
            "directory",
            "knowledge",
            "model",
            "pilot",
            "kpi",
            "wecom",
            "shared"
        })
@NullMarked
package io.issueloop.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
