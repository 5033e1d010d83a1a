package io.ticketpulse.invitation;

/** Whether the customer of a closure is asked: a value, made once a closure and kept in the ledger. */
public sealed interface SamplingDecision {

    /** The inclusion probability, above 0 and at most 1; null if the decision fell before the draw. */
    Double probability();

    /** The customer is asked. */
    record Sampled(Double probability) implements SamplingDecision {}

    /**
     * The customer is not asked.
     *
     * @param probability null unless {@code reason} is of the {@link SkipReason.Group#ELIGIBLE} group
     */
    record Skipped(SkipReason reason, Double probability) implements SamplingDecision {

        /** Skipped before any draw. */
        public Skipped(SkipReason reason) {
            this(reason, null);
        }
    }
}
