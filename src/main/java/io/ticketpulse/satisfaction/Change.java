package io.ticketpulse.satisfaction;

/** This month beside the month before and beside the same month a year ago. */
record Change(Comparison previousMonth, Comparison previousYear) {}
