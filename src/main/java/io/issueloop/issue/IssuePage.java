package io.issueloop.issue;

import java.util.List;

/** One page of a search, newest first, and how many there are in all. */
public record IssuePage(List<Issue> items, long total) {}
