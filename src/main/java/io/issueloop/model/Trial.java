package io.issueloop.model;

import java.util.List;

/**
 * What happened to a trial issue with a model that is not deployed: everything was undone.
 *
 * @param passed whether the issue came where a person can work on it, and to its end from there
 * @param steps Chinese, in order; the last one says why not
 */
public record Trial(boolean passed, List<String> steps) {}
