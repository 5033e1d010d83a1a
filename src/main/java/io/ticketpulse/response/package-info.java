/**
 * What they said.
 * <p>
 * In come people (and machines) who follow the link in a mail, and forms that they send. Out go pages, recorded
 * responses with all their revisions, an event on Kafka for each that counts, and the news for the figures as a CDI
 * event ({@link io.ticketpulse.response.ResponsesCounted}). A correction counts, and supersedes, once its own burst
 * window is over; until then the response before it counts, so that at every moment at most one does. Responses that
 * were set aside before they counted are on the API and in no event, until an administrator releases them. What never
 * happens here: recording anything on a GET, changing what somebody said or deleting it, believing a form that we did not
 * hand out.
 */
package io.ticketpulse.response;
