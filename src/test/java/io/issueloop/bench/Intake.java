package io.issueloop.bench;

/** One side of E1. */
interface Intake {

    /**
     * Takes in issues.
     *
     * @param firstNumber chooses texts and business keys
     * @return the seconds until all of them wait at 接单
     */
    double intake(int count, int firstNumber) throws InterruptedException;

    /** How many statements, each a commit, the measurement itself has cost so far. */
    long looks();

    /** How many {@code wecom_delivery} wait for their job. */
    long queuedDeliveries();
}
