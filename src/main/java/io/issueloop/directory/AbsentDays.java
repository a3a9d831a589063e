package io.issueloop.directory;

import java.time.LocalDate;

/** From one day to another, both inclusive. */
public record AbsentDays(LocalDate from, LocalDate to) {}
