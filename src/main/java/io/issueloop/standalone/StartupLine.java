package io.issueloop.standalone;

import java.util.List;
import java.util.function.Supplier;

/**
 * A bean of this type adds an entry to what is printed when the application is ready.
 *
 * @param label in Chinese, short: 可登录的成员
 * @param text asked once, when everything runs; one element per line, none hides the entry
 */
public record StartupLine(String label, Supplier<List<String>> text) {}
