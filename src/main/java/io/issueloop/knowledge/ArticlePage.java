package io.issueloop.knowledge;

import java.util.List;

/** One page of found articles, with how many there are. */
public record ArticlePage(List<Article> items, long total) {}
