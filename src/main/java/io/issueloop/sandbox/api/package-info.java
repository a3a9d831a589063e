/** WeCom's front door: tokens, limits, validation, the request journal and injected faults. */
@NullMarked
package io.issueloop.sandbox.api;

import org.jspecify.annotations.NullMarked;
