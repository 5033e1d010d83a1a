package io.ticketpulse.closure.desk;

/**
 * What a kind of desk whose deliveries may leave the requester's address out has besides: its REST API knows people by
 * the identifiers that the deliveries have. Implementations hold no state; each is a bean, and found by being one.
 */
public interface RequesterDirectory {

    /** One of the names of the {@link DeskKind} that this belongs to. */
    String kind();

    /**
     * Prepares to ask one desk, without a request.
     *
     * @throws IllegalArgumentException if a setting is missing; a sentence that names it
     */
    People at(DeskApi desk);

    /** The people of one desk. May be asked by several threads at once. */
    @FunctionalInterface
    interface People {

        /**
         * Asks the desk.
         *
         * @param id the desk's own identifier of the person as a delivery told it; what can be none is nobody, and is not
         *           asked for
         * @return what the desk knows, now and for good
         * @throws LookUpFailedException if it did not answer, or would not; it may later
         */
        PersonEntry find(String id);
    }
}
