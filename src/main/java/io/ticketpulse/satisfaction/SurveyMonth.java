package io.ticketpulse.satisfaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Comparator;

/** One month of one survey; earlier months come first. */
record SurveyMonth(String survey, YearMonth month) implements Comparable<SurveyMonth> {

    private static final Comparator<SurveyMonth> ORDER = Comparator.comparing(SurveyMonth::month)
            .thenComparing(SurveyMonth::survey);

    static SurveyMonth read(ResultSet row) throws SQLException {
        return new SurveyMonth(row.getString("survey"), YearMonth.parse(row.getString("month")));
    }

    SurveyMonth plusMonths(int months) {
        return new SurveyMonth(survey, month.plusMonths(months));
    }

    @Override
    public int compareTo(SurveyMonth other) {
        return ORDER.compare(this, other);
    }
}
