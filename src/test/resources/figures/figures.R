# Computes with R, independently of TicketPulse, what the figures of facts.csv must be: expected.csv.
# Made with R 4.2.2 and its package survey 4.1.1 (T. Lumley, J. Stat. Softw. 9(8), 2004):
#   Rscript figures.R
# Neither tests nor build need R; they read expected.csv. ReferenceFiguresTest compares.
suppressMessages(library(survey))
options(digits = 17, warn = -1)

satisfied_from <- c(STARS = 4, NPS = 9, CES = 5, THUMBS = 1)
dissatisfied_to <- c(STARS = 2, NPS = 6, CES = 3, THUMBS = 0)
highest <- c(STARS = 5, NPS = 10, CES = 7, THUMBS = 1)
lowest <- c(STARS = 1, NPS = 0, CES = 1, THUMBS = 0)
excluded <- c("TOO_OLD", "EXCLUDED_TICKET", "NO_ADDRESS", "INVALID_ADDRESS", "EXCLUDED_ADDRESS", "SELF_RESOLVED")
unavailable <- c("OPTED_OUT", "UNDELIVERABLE", "COOL_DOWN", "CUSTOMER_CAP")
published <- c("desk", "priority", "assignmentGroup")
minimum <- 5

facts <- read.csv("facts.csv", colClasses = "character")
facts$probability <- as.numeric(facts$probability)
facts$score <- as.numeric(facts$score)
facts$all <- "*"
facts$timeToResolve <- as.character(cut(as.numeric(facts$hoursToResolve), c(0, 4, 24, 72, 168, Inf), right = FALSE,
                                        c("under 4 h", "4 h to 24 h", "1 d to 3 d", "3 d to 7 d", "7 d and more")))
facts$timeToResolve[is.na(facts$timeToResolve)] <- "(none)"
facts$responded <- !is.na(facts$score)
facts$delivered <- facts$responded | facts$invitation %in% c("SENT", "RESPONDED", "EXPIRED")
facts$satisfied <- facts$responded & facts$score >= satisfied_from[facts$scale]
facts$dissatisfied <- facts$responded & facts$score <= dissatisfied_to[facts$scale]
facts$eligible <- !facts$skipped %in% c(excluded, unavailable)

rows <- list()
put <- function(scale, month, dimension, value, figure, expected) {
  text <- if (is.logical(expected) && !is.na(expected)) tolower(as.character(expected))
    else if (is.character(expected)) expected
    else if (is.na(expected)) "null"
    else sprintf("%.17g", expected)
  rows[[length(rows) + 1]] <<- data.frame(scale, month, dimension, value, figure, expected = text)
}

# prop.test without continuity correction gives Wilson's score interval.
wilson <- function(share, n) prop.test(share * n, n, correct = FALSE)$conf.int

# The suppression rule of the contract, for the responses of every value of one dimension.
suppressed <- function(responded) {
  small <- names(responded)[responded < minimum]
  if (length(small) == 1 || (length(small) > 0 && sum(responded[small]) < minimum)) {
    large <- responded[responded >= minimum]
    if (length(large) > 0) {
      large <- large[order(large, names(large), method = "radix")]
      small <- c(small, names(large)[1])
    }
  }
  small
}

kish <- function(cell) {
  w <- 1 / cell$probability[cell$responded]
  sum(w)^2 / sum(w^2)
}

# One cell: everything that is shown of it, by the name of the figure.
statistics <- function(cell, scale) {
  answers <- cell[cell$responded, ]
  n <- nrow(answers)
  out <- list()
  for (score in lowest[scale]:highest[scale]) out[[paste0("distribution.", score)]] <- sum(answers$score == score)
  out$mean <- mean(answers$score)
  p <- mean(answers$satisfied)
  ci <- wilson(p, n)
  out[c("csat.value", "csat.low", "csat.high", "csat.n")] <- c(p, ci, n)
  # Hájek's estimate is what svymean computes with weights that are not scaled to the population.
  design <- svydesign(ids = ~1, weights = ~I(1 / probability), data = answers)
  hajek <- as.numeric(coef(svymean(~I(as.numeric(satisfied)), design)))
  ci <- wilson(hajek, kish(cell))
  out[c("csatWeighted.value", "csatWeighted.low", "csatWeighted.high", "csatWeighted.n")] <- c(hajek, ci, kish(cell))
  if (scale == "NPS") {
    x <- answers$satisfied - answers$dissatisfied
    half <- qnorm(0.975) * sqrt(mean((x - mean(x))^2) / n)
    out[c("nps.value", "nps.low", "nps.high")] <- 100 * c(mean(x), max(-1, mean(x) - half), min(1, mean(x) + half))
  } else {
    out$nps <- NA
  }
  out$satisfiedToDissatisfied <- if (any(answers$dissatisfied)) sum(answers$satisfied) / sum(answers$dissatisfied) else NA
  green <- answers[answers$slaMet == "true", ]
  out$watermelon.slaMetAndResponded <- nrow(green)
  out$watermelon.ofThemDissatisfied <- sum(green$dissatisfied)
  out[c("watermelon.share", "watermelon.low", "watermelon.high")] <-
    if (nrow(green) == 0) NA else c(mean(green$dissatisfied), wilson(mean(green$dissatisfied), nrow(green)))
  # Somebody who is neither satisfied nor dissatisfied praises or blames nothing.
  reasons <- strsplit(answers$drivers, ";", fixed = TRUE)
  for (driver in unique(unlist(reasons[answers$satisfied | answers$dissatisfied]))) {
    named <- sapply(reasons, function(given) driver %in% given)
    out[[paste0("drivers.", driver, ".satisfied")]] <- sum(named & answers$satisfied)
    out[[paste0("drivers.", driver, ".dissatisfied")]] <- sum(named & answers$dissatisfied)
  }
  out
}

# What is never suppressed.
counts <- function(cell) {
  state <- function(...) sum(cell$invitation %in% c(...) & !cell$responded)
  delivered <- sum(cell$delivered)
  sent <- delivered + state("BOUNCED", "WITHDRAWN")
  out <- c(counts.closed = nrow(cell), counts.excluded = sum(cell$skipped %in% excluded),
           counts.unavailable = sum(cell$skipped %in% unavailable), counts.eligible = sum(cell$eligible),
           counts.sampled = sent + state("PENDING", "CANCELLED", "REFUSED"), counts.pending = state("PENDING"),
           counts.cancelled = state("CANCELLED"), counts.refused = state("REFUSED"), counts.sent = sent,
           counts.bounced = state("BOUNCED"), counts.withdrawn = state("WITHDRAWN"), counts.delivered = delivered,
           counts.responded = sum(cell$responded), counts.commented = sum(cell$responded & cell$commented == "true"),
           counts.quarantined = sum(cell$quarantined == "true"), counts.reopened = sum(cell$reopened == "true"))
  reasons <- table(cell$skipped[cell$skipped != ""])
  if (length(reasons) > 0) out[paste0("skipped.", names(reasons))] <- as.numeric(reasons)
  known <- cell$slaMet[cell$slaMet != ""]
  c(out, coverage = sum(cell$eligible) / sum(!cell$skipped %in% excluded),
    responseRate = if (delivered > 0) sum(cell$responded) / delivered else NA, sla.known = length(known),
    sla.met = sum(known == "true"), sla.share = if (length(known) > 0) mean(known == "true") else NA)
}

# The two-sample test of proportions without continuity correction, on Kish's sizes.
change <- function(now, then) {
  a <- mean(now$satisfied[now$responded])
  b <- mean(then$satisfied[then$responded])
  p <- prop.test(c(a * kish(now), b * kish(then)), c(kish(now), kish(then)), correct = FALSE)$p.value
  list(csat = a - b, significant = !is.nan(p) && p < 0.05)
}

# Cochran's rule (Biometrics 10, 1954): no expectation below 1, and at most a fifth of them below 5; until it holds, the
# two values with the fewest delivered invitations are put together as "(others)".
homogeneity <- function(cell, dimension) {
  delivered <- tapply(cell$delivered, cell[[dimension]], sum)
  responded <- tapply(cell$responded, cell[[dimension]], sum)
  table <- data.frame(value = names(delivered), delivered = as.numeric(delivered), responded = as.numeric(responded))
  table <- table[table$delivered > 0, ]
  table <- table[order(table$delivered, table$value, method = "radix"), ]
  rate <- sum(table$responded) / sum(table$delivered)
  repeat {
    expected <- c(table$delivered * rate, table$delivered * (1 - rate))
    if (nrow(table) < 2 || (min(expected) >= 1 && mean(expected < 5) <= 0.2)) break
    table <- rbind(data.frame(value = "(others)", delivered = sum(table$delivered[1:2]),
                              responded = sum(table$responded[1:2])), table[-(1:2), ])
    table <- table[order(table$delivered, table$value, method = "radix"), ]
  }
  if (nrow(table) < 2 || rate == 0 || rate == 1) return(NULL)
  test <- chisq.test(rbind(table$responded, table$delivered - table$responded), correct = FALSE)
  rates <- table$responded / table$delivered
  table <- table[order(rates, table$value, method = "radix"), ]
  last <- table$responded / table$delivered == max(rates)
  list(chiSquare = unname(test$statistic), degreesOfFreedom = unname(test$parameter), p = test$p.value,
       cramersV = sqrt(unname(test$statistic) / sum(table$delivered)),
       lowest.value = table$value[1], lowest.responseRate = min(rates),
       highest.value = table$value[last][1], highest.responseRate = max(rates))
}

cells <- list()
hidden <- list()
for (scale in unique(facts$scale)) for (month in unique(facts$month[facts$scale == scale])) {
  of_month <- facts[facts$scale == scale & facts$month == month, ]
  for (dimension in c("all", published)) {
    values <- split(of_month, of_month[[dimension]])
    hidden[[paste(scale, month, dimension)]] <- suppressed(sapply(values, function(cell) sum(cell$responded)))
    for (value in names(values)) cells[[paste(scale, month, dimension, value, sep = "|")]] <- values[[value]]
  }
}

shown <- function(scale, month, dimension, value) {
  key <- paste(scale, month, dimension, value, sep = "|")
  if (value %in% hidden[[paste(scale, month, dimension)]]) NULL else cells[[key]]
}

for (key in names(cells)) {
  parts <- strsplit(key, "|", fixed = TRUE)[[1]]
  scale <- parts[1]; month <- parts[2]; dimension <- parts[3]; value <- parts[4]
  cell <- cells[[key]]
  say <- function(figure, expected) put(scale, month, dimension, value, figure, expected)
  say("suppressed", is.null(shown(scale, month, dimension, value)))
  known <- counts(cell)
  for (figure in names(known)) say(figure, known[[figure]])
  if (dimension != "all") {
    say("nonResponse", NA)
    say("improvementPriorities", NA)
  } else {
    tests <- lapply(c(priority = "priority", assignmentGroup = "assignmentGroup", timeToResolve = "timeToResolve"),
                    function(by) homogeneity(cell, by))
    for (by in names(tests)) if (is.null(tests[[by]])) say(paste0("nonResponse.", by), NA)
    possible <- tests[!sapply(tests, is.null)]
    holm <- p.adjust(sapply(possible, function(test) test$p), "holm")
    for (by in names(possible)) {
      test <- possible[[by]]
      test$adjustedP <- holm[[by]]
      test$lopsided <- holm[[by]] < 0.05 && test$cramersV >= 0.1
      for (figure in names(test)) say(paste0("nonResponse.", by, ".", figure), test[[figure]])
    }
  }
  if (is.null(shown(scale, month, dimension, value))) {
    for (figure in c("distribution", "mean", "csat", "csatWeighted", "nps", "satisfiedToDissatisfied", "watermelon",
                     "drivers", "change")) say(figure, NA)
    next
  }
  figures <- statistics(cell, scale)
  for (figure in names(figures)) say(figure, figures[[figure]])
  for (span in c("previousMonth", "previousYear")) {
    earlier <- format(seq(as.Date(paste0(month, "-01")), by = if (span == "previousMonth") "-1 month" else "-1 year",
                          length.out = 2)[2], "%Y-%m")
    then <- shown(scale, earlier, dimension, value)
    result <- if (is.null(then)) list(csat = NA, significant = NA) else change(cell, then)
    say(paste0("change.", span, ".csat"), result$csat)
    say(paste0("change.", span, ".significant"), result$significant)
  }
  if (dimension == "all") {
    whole <- figures$csatWeighted.value
    for (by in published) {
      worst <- NULL
      for (candidate in sort(unique(facts[[by]]), method = "radix")) {
        other <- shown(scale, month, by, candidate)
        if (candidate == "(none)" || is.null(other)) next
        its <- statistics(other, scale)
        shortfall <- (whole - its$csatWeighted.high) * sum(other$eligible)
        if (shortfall > 0 && (is.null(worst) || shortfall > worst$shortfall))
          worst <- list(value = candidate, share = its$csatWeighted.value, high = its$csatWeighted.high,
                        eligible = sum(other$eligible), shortfall = shortfall)
      }
      for (figure in names(worst)) say(paste0("improvementPriorities.", by, ".", figure), worst[[figure]])
    }
  }
}
write.csv(do.call(rbind, rows), "expected.csv", row.names = FALSE, quote = FALSE)
