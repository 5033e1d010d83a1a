package io.ticketpulse.response;

/**
 * A form that was sent.
 *
 * @param visit   as it was before
 * @param verdict null if the link is over
 * @param next    for the form that comes next
 */
record Attempt(Visit visit, SubmittedForm form, Verdict verdict, Nonce next) {}
