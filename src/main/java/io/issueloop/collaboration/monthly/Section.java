package io.issueloop.collaboration.monthly;

import java.util.List;

/**
 * A part of an analysis.
 *
 * @param lines whole sentences, Chinese, each from facts
 */
public record Section(String heading, List<String> lines) {}
