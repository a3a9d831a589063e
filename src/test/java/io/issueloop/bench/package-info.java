/**
 * What the product costs, as ratios to a bare engine measured in the same run (trust.md §3). Not
 * part of the ordinary tests: {@code mvn -Pbench verify}.
 */
@NullMarked
package io.issueloop.bench;

import org.jspecify.annotations.NullMarked;
