package io.issueloop.bench;

import io.issueloop.bench.Meter.Reading;
import java.util.ArrayList;
import java.util.List;

/** One side of a race: how long its rounds took and what PostgreSQL did for it. */
final class Contestant {

    private final Intake side;
    private final Meter meter;
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> statements = new ArrayList<>();
    private final List<Double> wal = new ArrayList<>();
    private double polledPerNano;
    private Reading start = Meter.NOTHING;
    private long startedAt;
    private double commits;
    private long startBytes;
    private double bytes;

    Contestant(Intake side, Meter meter) {
        this.side = side;
        this.meter = meter;
    }

    /** Without what the measurement itself asked. */
    private Reading read() {
        var reading = meter.read();
        return new Reading(
                reading.statements() - side.looks(),
                reading.commits() - side.looks(),
                reading.walBytes());
    }

    /**
     * Nothing happens between this and {@link #startRounds}: what is counted is polling, each
     * statement a commit of its own.
     */
    void startIdling() {
        start = read();
        startedAt = System.nanoTime();
    }

    void startRounds() {
        var now = System.nanoTime();
        var after = read();
        startBytes = meter.bytes();
        polledPerNano = (double) (after.statements() - start.statements()) / (now - startedAt);
        start = after;
        startedAt = now;
    }

    void round(int count, int firstNumber) throws InterruptedException {
        var before = read();
        seconds.add(side.intake(count, firstNumber));
        var work = read().minus(before);
        statements.add((double) work.statements() / count);
        wal.add((double) work.walBytes() / count);
    }

    /** Commits are counted over all rounds at once, because their statistics come late. */
    void endRounds(int issues) {
        var polled = polledPerNano * (System.nanoTime() - startedAt);
        commits = (read().commits() - start.commits() - polled) / issues;
        bytes = (double) (meter.bytes() - startBytes) / issues;
    }

    Intake side() {
        return side;
    }

    List<Double> seconds() {
        return seconds;
    }

    double statements() {
        return Figures.median(statements);
    }

    double commits() {
        return commits;
    }

    /** On disk, of each issue that is open now. */
    double bytes() {
        return bytes;
    }

    double wal() {
        return Figures.median(wal);
    }
}
